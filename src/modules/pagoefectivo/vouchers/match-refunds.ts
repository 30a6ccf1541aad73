import type { ListedRefund } from "../../../gateways/gateway"
import { roundToCentimos } from "../../../peru/rounding"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { RefundRow } from "../types"

type Recorded = Pick<
  RefundRow,
  "id" | "status" | "reference" | "amount_centimos" | "created_at" | "idempotency_key"
>

/**
 * Which of a gateway's refunds is which of ours, where no answer told. One that somebody made in the
 * gateway's panel after an answer was lost is taken for ours: it is what was asked for. Once all that
 * was paid has gone back, every refund of ours has been made.
 */
export function matchRefunds<Row extends Recorded>(
  recorded: Row[],
  listed: ListedRefund[],
  paidCentimos: number,
): { row: Row; refund: ListedRefund }[] {
  const told = new Set(recorded.map(({ reference }) => reference))
  const free = listed.filter(({ refundId }) => !told.has(refundId))
  const given = listed.filter(({ status }) => status !== "rejected")
  const isAllBack = paidCentimos > 0 && totalOf(given) >= paidCentimos
  return silentOf(recorded).flatMap((row) => {
    const own = free.filter((refund) => isAfter(refund, row))
    const found =
      own.find((refund) => centimosOf(refund) === row.amount_centimos) ??
      (isAllBack ? own.filter(({ status }) => status !== "rejected").at(-1) : undefined)
    if (!found) return []
    free.splice(free.indexOf(found), 1)
    return [{ row, refund: found }]
  })
}

/** Those that were made come first: what is left may be what the open ones became. */
function silentOf<Row extends Recorded>(recorded: Row[]): Row[] {
  const silent = recorded.filter(({ reference }) => reference === null)
  return (["approved", "in_process"] as const).flatMap((wanted) =>
    silent.filter(({ status }) => status === wanted),
  )
}

function isAfter({ createdAt }: ListedRefund, { created_at }: Recorded): boolean {
  const asked = new Date(created_at).getTime() - LIMITS.refundClockSkewMs
  return createdAt === null || createdAt.getTime() >= asked
}

function centimosOf({ amount }: ListedRefund): number {
  return amount === null ? 0 : roundToCentimos(amount)
}

function totalOf(refunds: ListedRefund[]): number {
  return refunds.reduce((sum, refund) => sum + centimosOf(refund), 0)
}
