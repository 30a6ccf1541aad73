import type { VoucherLanguage } from "../voucher/format/deadline"

const es = {
  waiting: "Esperando pago",
  paid: "Pagado",
  expired: "Vencido",
  voided: "Anulado",
  reversed: "Devuelto",
  code: "Código de pago (CIP)",
  copy: "Copiar código",
  copied: "Código copiado",
  amount: "Monto a pagar",
  payBefore: "Págalo antes del",
  timeZone: "Hora de Perú",
  timeLeft: "Te quedan",
  steps: "Cómo pagar",
  step1: "Ve a un agente, bodega o agencia, o entra a la app de tu banco.",
  step2: "Pide o elige «Pago de servicios» y la empresa «PagoEfectivo».",
  step3: "Da tu código, revisa el monto y paga. Guarda tu constancia.",
  open: "Ver dónde pagar, imprimir o compartir",
  details: "Ver el detalle",
  check: "Ya pagué",
  checking: "Consultando tu pago…",
  checkText:
    "El aviso suele llegar en unos minutos y esta página cambia sola. No pagues dos veces.",
  unchanged:
    "Todavía no nos llega el aviso de tu pago. Espera unos minutos: suele llegar solo. No pagues dos veces.",
  tooMany: "Consultamos hace un momento. Espera un minuto y vuelve a intentarlo.",
  failed: "Ahora no pudimos consultar. Tu código y tu pago siguen a salvo.",
  paidText: "¡Listo! Recibimos tu pago.",
  expiredText:
    "Este código venció: ya no lo pagues. Si pagaste a tiempo, el aviso puede tardar unos minutos.",
  voidedText: "Este código fue anulado: ya no lo pagues.",
  reversedText: "Tu pago fue devuelto. Comunícate con la tienda.",
}

/** Every text of the component; a shop may pass its own. */
export type VoucherLabels = typeof es

const en: VoucherLabels = {
  waiting: "Waiting for payment",
  paid: "Paid",
  expired: "Expired",
  voided: "Voided",
  reversed: "Returned",
  code: "Payment code (CIP)",
  copy: "Copy code",
  copied: "Code copied",
  amount: "Amount to pay",
  payBefore: "Pay before",
  timeZone: "Peru time",
  timeLeft: "Time left",
  steps: "How to pay",
  step1: "Go to an agent, shop or branch, or open your Peruvian bank’s app.",
  step2: "Ask for or choose “Pago de servicios” and the company “PagoEfectivo”.",
  step3: "Give your code, check the amount and pay. Keep the receipt.",
  open: "See where to pay, print or share",
  details: "See the details",
  check: "I have paid",
  checking: "Checking your payment…",
  checkText:
    "Word of your payment usually arrives within minutes and this page changes by itself. Do not pay twice.",
  unchanged:
    "We have not heard of your payment yet. Wait a few minutes: it usually arrives by itself. Do not pay twice.",
  tooMany: "We checked a moment ago. Wait a minute and try again.",
  failed: "We could not check just now. Your code and your payment are safe.",
  paidText: "Done! We received your payment.",
  expiredText:
    "This code has expired: do not pay it any more. If you paid in time, word of it may take a few minutes.",
  voidedText: "This code was voided: do not pay it.",
  reversedText: "Your payment was returned. Contact the shop.",
}

export const voucherLabels: Record<VoucherLanguage, VoucherLabels> = { es, en }
