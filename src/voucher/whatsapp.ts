import type { VoucherDetails } from "./voucher-facts"

/** WhatsApp's own marks for bold, italics, strike-through and code. */
const WHATSAPP_MARKS = /[*_~`]/g

/** What is shared by WhatsApp: the code, the amount, the deadline and the page; nothing of the payer. */
export function whatsappText(facts: VoucherDetails): string {
  return facts.wording.text("keep.whatsapp_text", {
    company: facts.company,
    service: facts.service,
    cip: facts.cip,
    amount: facts.amount,
    deadline: facts.deadline,
    shop: facts.shop.replace(WHATSAPP_MARKS, ""),
    url: facts.pageUrl,
  })
}

/** A link that opens WhatsApp with the text ready and lets the shopper choose the contact. */
export function whatsappLink(facts: VoucherDetails): string {
  return `https://wa.me/?text=${encodeURIComponent(whatsappText(facts))}`
}
