import type { MedusaContainer } from "@medusajs/framework/types"
import { limaDate } from "../../../../peru/lima"
import { pagoEfectivo } from "../../../../workflows/container"
import { API_LIMITS as LIMITS } from "../../../support/limits"
import { codePatterns } from "../../../support/code-patterns"
import { ordersNamed } from "../../../support/order-numbers"
import type { CaseFilterType } from "./validators"

/** The module's filters for what a request asks for. `actor`: whom "me" means. */
export async function caseFilters(
  container: MedusaContainer,
  { q, assigned_to, claimed, ...filters }: CaseFilterType,
  actor: string,
): Promise<Record<string, unknown>> {
  const all = [
    ...(q ? [{ $or: await searched(container, q) }] : []),
    ...(assigned_to ? [ownedBy(assigned_to, actor)] : []),
    ...(claimed ? [CLAIMED[claimed](limaDate(Date.now()))] : []),
  ]
  return { ...filters, ...(all.length > 0 && { $and: all }) }
}

function ownedBy(owners: string[], actor: string): Record<string, unknown> {
  const ids = owners.filter((owner) => owner !== "none").map((id) => (id === "me" ? actor : id))
  return {
    $or: [
      ...(ids.length > 0 ? [{ assigned_to: ids }] : []),
      ...(owners.includes("none") ? [{ assigned_to: null }] : []),
    ],
  }
}

/** What was claimed is work for as long as its case is open. */
const CLAIMED: Record<
  NonNullable<CaseFilterType["claimed"]>,
  (today: string) => Record<string, unknown>
> = {
  due: (today) => ({ status: "open", claimed_on: { $ne: null }, answer_due: { $lte: today } }),
  waiting: (today) => ({
    status: "open",
    claimed_on: { $ne: null },
    $or: [{ answer_due: null }, { answer_due: { $gt: today } }],
  }),
  none: () => ({ claimed_on: null }),
}

async function searched(container: MedusaContainer, q: string): Promise<Record<string, unknown>[]> {
  const [orderIds, voucherIds] = await Promise.all([
    ordersNamed(container, q),
    pagoEfectivo(container).cases.vouchersByCode(codePatterns(q), LIMITS.maxSearchedVouchers),
  ])
  return [
    { id: q },
    ...(orderIds.length ? [{ order_id: orderIds }] : []),
    ...(voucherIds.length ? [{ voucher_id: voucherIds }] : []),
  ]
}
