import type { WordingKey } from "./es"

/** The same texts for a shopper who does not read Spanish. */
export const en: Record<WordingKey, string> = {
  "status.waiting": "Waiting for payment",
  "status.paid": "Paid",
  "status.expired": "Expired",
  "status.voided": "Voided",
  "status.reversed": "Returned",

  "page.title": "Pay {amount} at {shop}",
  "page.skip": "Skip to the payment code",
  "page.other_language": "Ver en español",
  "page.order": "Order {order}",
  "page.hello": "Hello, {name}",
  "page.footer": "{company} payment code for your purchase at {shop}.",
  "page.contact": "Questions about your order? Contact {shop}: {contact}",

  "waiting.title": "Pay {amount} with this code",
  "waiting.intro":
    "No card needed: pay in cash at an agent or corner shop, or from your Peruvian bank’s app.",
  "waiting.cip": "Payment code (CIP)",
  "waiting.copy": "Copy code",
  "waiting.copied": "Code copied",
  "waiting.amount": "Amount to pay",
  "waiting.deadline": "Pay before {deadline}",
  "waiting.time_zone": "Peru time",
  "waiting.time_left": "Time left",
  "waiting.time_over": "Time is up. We are checking whether your payment arrived.",
  "waiting.notice":
    "Your purchase is confirmed once you pay. If you do not pay in time, the code expires and the order is cancelled.",

  "pay.title": "How and where do I pay?",
  "pay.choose": "Choose how you want to pay",
  "pay.online": "Online banking and app",
  "pay.online.1": "Open your bank’s website or app.",
  "pay.online.2": "Find “Pago de servicios” (bill payment).",
  "pay.online.3": "Choose the company “{company}” and the service “{service}”.",
  "pay.online.4": "Type your payment code (CIP): {cip}",
  "pay.online.5": "Check that the amount is {amount} and confirm.",
  "pay.counter": "Agents, shops and branches",
  "pay.counter.1": "Go to one of the places listed, with cash.",
  "pay.counter.2": "Say: “Quiero pagar un código de {service}”.",
  "pay.counter.3": "Read out your payment code (CIP): {cip}",
  "pay.counter.4": "Check that the amount is {amount} and pay.",
  "pay.counter.5": "Ask for the receipt and keep it.",
  "pay.points.online": "Banks where you can pay",
  "pay.points.counter": "Places where you can pay",
  "pay.points.hours": "Hours: {hours}",
  "pay.points.fee": "Fee: {fee}",
  "pay.points.company_code": "If they ask for the company code, it is {code}",
  "pay.points.note": "Hours and fees may vary from place to place.",

  "check.title": "Already paid?",
  "check.text":
    "Word of your payment usually arrives within minutes and this page turns to “Paid” by itself. Keep your receipt and do not pay twice.",
  "check.button": "I have paid",
  "check.asking": "Checking your payment…",
  "check.still_waiting":
    "We have not heard of your payment yet. If you have just paid, wait a few minutes: there is no need to pay again.",
  "check.too_many": "We checked a moment ago. Wait a minute and press “I have paid” again.",
  "check.failed":
    "We could not check just now. Your code and your payment are safe: try again in a moment.",

  "keep.title": "Keep or share your code",
  "keep.whatsapp": "Send by WhatsApp",
  "keep.pdf": "Download PDF",
  "keep.calendar": "Add to my calendar",
  "keep.print": "Print on A4",
  "keep.print_ticket": "Print an 80 mm ticket",
  "keep.qr": "Scan this QR to open this page on your phone",
  "keep.barcode": "Barcode of CIP {cip}",
  "keep.whatsapp_text":
    "{company} payment code (CIP): {cip}\nAmount: {amount}\nPay before {deadline} (Peru time)\nService: {service}\nPurchase at {shop}\nHow and where to pay: {url}",

  "calendar.summary": "Last moment to pay {amount} at {shop}",
  "calendar.text":
    "{company} payment code (CIP): {cip}\nAmount: {amount}\nHow and where to pay: {url}",

  "paid.title": "Done! We received your payment",
  "paid.text": "Your payment of {amount} is confirmed. There is nothing else to do.",
  "paid.at": "Paid on {date}",
  "expired.title": "This code has expired",
  "expired.text": "Please do not pay it any more: it expired on {deadline}",
  "expired.paid":
    "Did you pay before that time? Don’t worry: word of it may take a few minutes. Keep your receipt and press “I have paid”.",
  "expired.reorder": "Order again",
  "voided.title": "This code was voided",
  "voided.text": "Please do not pay it. If you still want your purchase, place a new order.",
  "voided.paid": "If you have already paid it, keep your receipt and contact the shop.",
  "reversed.title": "Your payment was returned",
  "reversed.text":
    "The payment of {amount} was taken back and this order no longer counts as paid. Contact the shop to know how to go on.",

  "not_found.title": "We could not find this payment code",
  "not_found.text": "Check that the address is complete, or open the link you were sent again.",

  "mail.open": "See my code online",
  "mail.open_status": "See the status of my payment",
  "mail.attached": "The code is attached as a PDF for you to print or keep.",
  "mail.why": "You receive this e-mail because you placed an order at {shop}.",
  "mail.issued.subject": "Your payment code {cip}: pay {amount} at {shop}",
  "mail.issued.text": "Thank you for your order. To complete your purchase, pay with this code:",
  "mail.expiring.subject": "Your payment code {cip} expires soon",
  "mail.expiring.text":
    "We have not received your payment yet. You have until {deadline} (Peru time) to pay with this code:",
  "mail.expiring.paid":
    "If you have already paid, do nothing: word of it usually arrives within minutes. Do not pay twice.",
  "mail.paid.subject": "We received your payment of {amount} at {shop}",
  "mail.refunded.subject": "We returned {amount} of your purchase at {shop}",
  "mail.refunded.title": "We returned {amount} to you",
  "mail.refunded.text": "The transfer was made on {date}.",
  "mail.refunded.reference": "Transaction number",
  "mail.refunded.wait":
    "Depending on your bank, the money may take a while to show in your account. If you don't see it, contact the shop and give that number.",
  "mail.expired.subject": "Your payment code {cip} has expired",
  "mail.expired.paid":
    "Did you pay before that time? Don’t worry: word of it may take a few minutes. Keep your receipt and see the status of your payment online.",
}
