import { z } from "zod"
import { formatLimaDay } from "../lima-time"
import { MAX_SETTLEMENT_MISTAKES } from "../limits"
import { CURRENCIES } from "../money"
import type { SandboxCurrency } from "../money"
import { readInput } from "../read-input"
import { SandboxUsageError } from "../sandbox-usage-error"
import type { SandboxFeeCard } from "../switches"
import type { SandboxVoucherRecord, VoucherStore } from "../voucher-store"
import { mistakeSchema, withMistakes } from "./mistakes"
import type { SettlementMistake } from "./mistakes"
import { writePagoefectivoTxt } from "./pagoefectivo-txt"
import { writePagoefectivoXlsx } from "./pagoefectivo-xlsx"
import { linesOf } from "./settlement-line"
import { writeStandardCsv } from "./standard-csv"

export const SETTLEMENT_FORMATS = ["pagoefectivo_txt", "pagoefectivo_xlsx", "standard_csv"] as const
export type SandboxSettlementFormat = (typeof SETTLEMENT_FORMATS)[number]

export interface SettlementFileOptions {
  format: SandboxSettlementFormat
  /** Payments from this instant on. Default all. */
  from?: Date | string
  /** Payments before this instant. Default all. */
  to?: Date | string
  /**
   * The portal makes one file per currency and its files name none: default PEN. `standard_csv`
   * holds both unless told otherwise.
   */
  currency?: SandboxCurrency
  /** When the money reached the bank (`standard_csv`). Default a day after each payment. */
  creditedAt?: Date | string
  /** `standard_csv` appends the currency to it. Default `PE-` and Lima's day. */
  payoutId?: string
  /** Mistakes made on purpose, one after another. */
  mutate?: SettlementMistake[]
}

export interface SettlementFile {
  filename: string
  contentType: string
  content: Buffer
}

const instant = z.union([z.date(), z.iso.datetime({ offset: true })]).optional()
const optionsSchema = z.strictObject({
  format: z.enum(SETTLEMENT_FORMATS),
  from: instant,
  to: instant,
  currency: z.enum(CURRENCIES).optional(),
  creditedAt: instant,
  payoutId: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[\w-]+$/)
    .optional(),
  mutate: z.array(mistakeSchema).max(MAX_SETTLEMENT_MISTAKES).optional(),
})

/** What a format has no column for can't be wrong in it. */
const IMPOSSIBLE: Record<SandboxSettlementFormat, SettlementMistake["kind"][]> = {
  standard_csv: [],
  pagoefectivo_txt: ["wrong_currency", "held"],
  pagoefectivo_xlsx: ["wrong_currency", "held", "wrong_fee", "refund_line", "reversal_line"],
}

/**
 * Writes the settlement of the codes that were paid.
 * @throws SandboxUsageError for wrong options and for mistakes that the format can't hold.
 */
export async function settlementFile(
  store: VoucherStore,
  card: SandboxFeeCard,
  now: Date,
  options: unknown,
): Promise<SettlementFile> {
  const wanted = readInput(optionsSchema, options, "Settlement file")
  const { format, mutate = [] } = wanted
  refuseImpossible(format, mutate)
  const portal = format !== "standard_csv"
  const selection = {
    from: dateOf(wanted.from),
    to: dateOf(wanted.to),
    currency: wanted.currency ?? (portal ? "PEN" : null),
  } as const
  const vouchers = store
    .list()
    .filter(({ viaMercadoPago }) => !viaMercadoPago)
    .reverse()
  const lines = withMistakes(linesOf(vouchers, selection, card), mutate)
  const day = formatLimaDay(now)
  if (format === "standard_csv") {
    const payout = {
      creditedAt: dateOf(wanted.creditedAt),
      now,
      payoutId: wanted.payoutId ?? `PE-${day}`,
    }
    return file(
      `liquidacion-${day}.csv`,
      "text/csv; charset=utf-8",
      writeStandardCsv(lines, payout),
    )
  }
  if (format === "pagoefectivo_txt") {
    const name = `transferencia-${day}-${selection.currency}.txt`
    return file(name, "text/plain; charset=utf-8", writePagoefectivoTxt(lines))
  }
  const payments = lines.filter((line) => line.type === "payment")
  const unpaid = vouchers.filter((voucher) => isUnpaidWithin(voucher, selection))
  return file(
    `operaciones-${day}-${selection.currency}.xlsx`,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    await writePagoefectivoXlsx(payments, unpaid, store),
  )
}

function isUnpaidWithin(
  { payments, createdAt, currency }: SandboxVoucherRecord,
  selection: { from: Date | null; to: Date | null; currency: SandboxCurrency | null },
): boolean {
  const { from, to } = selection
  const inTime = (!from || createdAt >= from) && (!to || createdAt < to)
  return !payments.length && inTime && currency === selection.currency
}

function refuseImpossible(format: SandboxSettlementFormat, mistakes: { kind: string }[]): void {
  const found = mistakes.find(({ kind }) => IMPOSSIBLE[format].some((one) => one === kind))
  if (found) {
    throw new SandboxUsageError(`The format ${format} has no column for the mistake ${found.kind}`)
  }
}

function dateOf(value: Date | string | undefined): Date | null {
  return value === undefined ? null : new Date(value)
}

function file(filename: string, contentType: string, content: Buffer): SettlementFile {
  return { filename, contentType, content }
}
