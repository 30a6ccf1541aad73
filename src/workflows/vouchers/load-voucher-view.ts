import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import { voucherPageUrl } from "../../modules/pagoefectivo/vouchers/session-view"
import type { VoucherStatus, VoucherView } from "../../voucher"
import { findOrderOf } from "../orders/purchase"
import { lastKnownOptions } from "../settings/options-in-force"
import { loadShopLogo } from "./load-shop-logo"

/** What a shopper may know of a voucher, for page, PDF, JSON and e-mail. */
export async function loadVoucherView(
  container: MedusaContainer,
  voucher: VoucherRow,
  now: Date = new Date(),
): Promise<VoucherView> {
  const { backendUrl, storeUrl, shopName, voucher: shown } = await lastKnownOptions(container)
  const pageUrl = voucherPageUrl(voucher.token, backendUrl)
  // Right after the checkout the voucher does not know its order yet.
  const orderId = voucher.order_id ?? (await findOrderOf(container, voucher))
  const orderNumber = await readOrderNumber(container, orderId)
  return {
    token: voucher.token,
    cip: voucher.cip,
    status: shownStatus(voucher, now),
    amount: formatCentimos(voucher.amount_centimos),
    currencyCode: voucher.currency_code as VoucherView["currencyCode"],
    expiresAt: new Date(voucher.expires_at),
    ...(voucher.paid_at && { paidAt: new Date(voucher.paid_at) }),
    ...(orderNumber && { orderDisplayId: orderNumber }),
    ...(voucher.payer_first_name && { firstName: voucher.payer_first_name }),
    shop: {
      name: shopName ?? (await readStoreName(container)),
      ...(shown.logoUrl && { logoUrl: shown.logoUrl }),
      ...(shown.contact && { contact: shown.contact }),
    },
    pageUrl,
    pdfUrl: `${pageUrl}.pdf`,
    calendarUrl: `${pageUrl}.ics`,
    checkUrl: `${pageUrl}/check`,
    statusUrl: `${pageUrl}/status`,
    ...(storeUrl && { reorderUrl: storeUrl }),
    now,
    content: shown.content,
  }
}

/** The view with the logo as a PDF takes it. */
export async function withLogoImage(
  container: MedusaContainer,
  view: VoucherView,
): Promise<VoucherView> {
  const logoImage = await loadShopLogo(container, view)
  return logoImage ? { ...view, shop: { ...view.shop, logoImage } } : view
}

/** A code is over for the shopper at its deadline, not when the expiry job has run. */
function shownStatus({ status, expires_at }: VoucherRow, now: Date): VoucherStatus {
  return status === "waiting" && now >= new Date(expires_at) ? "expired" : status
}

async function readOrderNumber(
  container: MedusaContainer,
  orderId: string | null,
): Promise<string | undefined> {
  if (!orderId) return undefined
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["display_id"],
    filters: { id: orderId },
  })
  return data[0] && String(data[0].display_id)
}

/** Empty when the store has no name: the page then shows its host. */
async function readStoreName(container: MedusaContainer): Promise<string> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "store",
    fields: ["name"],
  })
  return data[0]?.name ?? ""
}
