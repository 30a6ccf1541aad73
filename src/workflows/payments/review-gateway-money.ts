import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseRow, VoucherRow } from "../../modules/pagoefectivo"
import { seenGivenBack, seenHeld, type Finding } from "../../reconciliation"
import { seenPayment } from "../cases/report-finding"
import { pagoEfectivo } from "../container"

/**
 * What the gateway says of the money of a payment: given back by somebody else than the store, held by
 * a dispute, or the merchant's again after a dispute that was won. What is no longer so heals; what
 * only a report tells is left to the next run.
 */
export async function reviewGatewayMoney(
  container: MedusaContainer,
  voucher: VoucherRow,
): Promise<void> {
  const service = pagoEfectivo(container)
  const findings = await findingsOf(container, voucher)
  const keys = new Set(findings.map(({ key }) => key))
  const open = await service.listCases({
    voucher_id: voucher.id,
    status: "open",
    reason: ["held", "refund_mismatch", "refund_unexpected", "reversed"],
  })
  const healed = open.filter((one) => !keys.has(one.key) && isToldByGateway(one, voucher))
  if (findings.length === 0 && healed.length === 0) return
  await service.cases.write(
    findings.map((finding) => ({ ...finding, providerId: voucher.provider_id })),
    { examinedKeys: healed.map(({ key }) => key), why: "The gateway says otherwise now" },
  )
}

async function findingsOf(container: MedusaContainer, voucher: VoucherRow): Promise<Finding[]> {
  if (voucher.status !== "paid") return []
  const seen = seenPayment(voucher, voucher.order_id)
  const atGateway = voucher.refunded_centimos ?? 0
  const inStore = atGateway ? await pagoEfectivo(container).lostRefunds.bookedTotal(voucher.id) : 0
  return [
    ...(voucher.held_at ? [seenHeld(seen)] : []),
    ...(atGateway > inStore ? [seenGivenBack(seen, { inStore, atGateway })] : []),
  ]
}

function isToldByGateway(
  { reason, detail }: CaseRow,
  { status, refunded_centimos }: VoucherRow,
): boolean {
  switch (reason) {
    case "held":
      return detail === "gateway"
    case "reversed":
      return detail !== "settlement" && status === "paid"
    case "refund_mismatch":
      return detail === "excess" && refunded_centimos !== null
    default:
      return refunded_centimos !== null
  }
}
