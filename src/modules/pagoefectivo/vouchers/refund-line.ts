import type { Context } from "@medusajs/framework/types"
import { formatCentimos } from "../../../peru/centimos"
import type { ModuleData } from "../module-data"
import type { RefundRow } from "../types"
import { addLine } from "./change-voucher"
import type { TimelineKind } from "./timeline"

/** What the timeline tells of a refund in each state. */
const LINE_OF: Record<RefundRow["status"], TimelineKind> = {
  in_process: "refund_requested",
  to_transfer: "refund_to_transfer",
  transferred: "refund_transferred",
  approved: "refund_approved",
  rejected: "refund_rejected",
}

/** Tells in the voucher's timeline how a refund stands. */
export function tellRefund(data: ModuleData, refund: RefundRow, context: Context): Promise<void> {
  return addLine(
    data,
    refund.voucher_id,
    {
      kind: LINE_OF[refund.status],
      actor: refund.recorded_by ?? "system",
      data: {
        refund_id: refund.id,
        amount: formatCentimos(refund.amount_centimos),
        currency: refund.currency_code,
        ...(refund.reference && { reference: refund.reference }),
      },
    },
    context,
  )
}

/** Writes down how a refund stands now, and tells it if that is news. */
export async function closeRefund(
  data: ModuleData,
  known: RefundRow,
  { status, reference }: Pick<RefundRow, "status" | "reference">,
  context: Context,
): Promise<void> {
  const isMade = status === "approved" && known.status !== "approved"
  const ended = await data.updateRefunds(
    { id: known.id, status, reference, ...(isMade && { transferred_at: new Date() }) },
    context,
  )
  if (known.status !== status) await tellRefund(data, ended, context)
}
