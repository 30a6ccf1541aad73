import { defaultVoucherContent } from "../content/voucher-content"
import type { VoucherView } from "../voucher-view"

export const PAGE_URL = "https://api.tienda.example/pagoefectivo/vouchers/Zk3vQ0u8mB5tYw1x7LrC2d"

/** A voucher that waits for S/ 1,234.50 until Thursday 12 December 2019, ten past three, in Lima. */
export function sampleView(changes: Partial<VoucherView> = {}): VoucherView {
  return {
    token: "Zk3vQ0u8mB5tYw1x7LrC2d",
    cip: "2523136",
    status: "waiting",
    amount: "1234.50",
    currencyCode: "pen",
    expiresAt: new Date("2019-12-12T20:10:00Z"),
    refund: { amount: "30.00", at: new Date("2019-12-16T05:00:00Z"), reference: "0042-77" },
    orderDisplayId: "#1042",
    firstName: "María",
    shop: { name: "Bodega Doña Peta", contact: "hola@tienda.example" },
    pageUrl: PAGE_URL,
    pdfUrl: `${PAGE_URL}.pdf`,
    calendarUrl: `${PAGE_URL}.ics`,
    checkUrl: `${PAGE_URL}/check`,
    statusUrl: `${PAGE_URL}/status`,
    reorderUrl: "https://tienda.example/reorder/1042",
    now: new Date("2019-12-11T17:55:00Z"),
    content: defaultVoucherContent,
    ...changes,
  }
}
