import { knownProblemCode, problemCodeIn, type ProblemCode } from "../voucher/format/problem-code"
import { storefrontLanguage, type StorefrontLanguage } from "./language"

/** Why a shopper got no payment code; the codes are stable. */
export type PagoEfectivoErrorCode = ProblemCode

type Messages = Record<PagoEfectivoErrorCode | "unknown", string>

const NOT_NOW = {
  es: "PagoEfectivo no responde en este momento y no se generó ningún código. Inténtalo otra vez en unos minutos o elige otra forma de pago.",
  en: "PagoEfectivo is not answering right now and no code was issued. Try again in a few minutes, or choose another way to pay.",
  zh: "PagoEfectivo 暂时没有响应，未生成付款码。请几分钟后重试，或选择其他付款方式。",
}

const NOT_HERE = {
  es: "Por ahora esta tienda no puede cobrar con PagoEfectivo. Elige otra forma de pago.",
  en: "This shop can’t take payments with PagoEfectivo for now. Choose another way to pay.",
  zh: "本店暂时无法使用 PagoEfectivo 收款。请选择其他付款方式。",
}

const MESSAGES: Record<StorefrontLanguage, Messages> = {
  es: {
    ...withoutGateway("es"),
    already_paid:
      "Ya pagaste un código anterior de esta compra. No pagues otra vez: en unos minutos confirmaremos tu pedido.",
    amount_too_large:
      "Tu compra supera el monto máximo de un código de PagoEfectivo. Elige otra forma de pago.",
    amount_too_small:
      "Tu compra no llega al monto mínimo de un código de PagoEfectivo. Elige otra forma de pago.",
    currency_not_supported:
      "PagoEfectivo no acepta la moneda de esta compra. Elige otra forma de pago.",
    document_required:
      "PagoEfectivo necesita un documento de identidad válido. Revisa el de tu pedido e inténtalo otra vez.",
    earlier_code_open:
      "Todavía estamos anulando un código anterior de esta compra. Inténtalo otra vez en unos minutos.",
    email_required:
      "PagoEfectivo necesita un correo electrónico válido. Revisa el de tu pedido e inténtalo otra vez.",
    gateway_rejected:
      "PagoEfectivo no aceptó los datos de tu pedido. Revísalos o elige otra forma de pago.",
    issue_in_progress:
      "Ya estamos generando tu código de pago. Espera unos segundos e inténtalo otra vez.",
    order_canceled: "Este pedido fue cancelado, así que ya no se puede pagar.",
    order_owes_less:
      "Este pedido debe ahora un monto menor. Actualiza la página e inténtalo otra vez; si no cambia, escríbele a la tienda.",
    phone_required:
      "PagoEfectivo necesita un número de celular válido. Revisa el de tu dirección e inténtalo otra vez.",
    session_not_found: "Tu elección de pago ya no es válida. Elige PagoEfectivo otra vez.",
    unknown:
      "No pudimos generar tu código de pago y no se te cobró nada. Inténtalo otra vez en unos minutos o elige otra forma de pago.",
  },
  en: {
    ...withoutGateway("en"),
    already_paid:
      "You have already paid an earlier code of this purchase. Do not pay again: your order will be confirmed in a few minutes.",
    amount_too_large:
      "Your purchase is above the largest amount of a PagoEfectivo code. Choose another way to pay.",
    amount_too_small:
      "Your purchase is below the smallest amount of a PagoEfectivo code. Choose another way to pay.",
    currency_not_supported:
      "PagoEfectivo does not take the currency of this purchase. Choose another way to pay.",
    document_required:
      "PagoEfectivo needs a valid identity document. Check the one of your order and try again.",
    earlier_code_open:
      "An earlier code of this purchase is still being voided. Try again in a few minutes.",
    email_required:
      "PagoEfectivo needs a valid e-mail address. Check the one of your order and try again.",
    gateway_rejected:
      "PagoEfectivo did not accept the details of your order. Check them, or choose another way to pay.",
    issue_in_progress:
      "Your payment code is already being issued. Wait a few seconds and try again.",
    order_canceled: "This order was cancelled, so it can no longer be paid.",
    order_owes_less:
      "This order owes less now. Reload the page and try again; if nothing changes, write to the shop.",
    phone_required:
      "PagoEfectivo needs a valid mobile number. Check the one of your address and try again.",
    session_not_found: "Your choice of payment is no longer valid. Choose PagoEfectivo again.",
    unknown:
      "We could not issue your payment code, and you were not charged. Try again in a few minutes, or choose another way to pay.",
  },
  zh: {
    ...withoutGateway("zh"),
    already_paid: "您已支付本次购买的上一个付款码。请勿重复付款：您的订单将在几分钟内确认。",
    amount_too_large: "本次购买超过 PagoEfectivo 付款码的最高金额。请选择其他付款方式。",
    amount_too_small: "本次购买低于 PagoEfectivo 付款码的最低金额。请选择其他付款方式。",
    currency_not_supported: "PagoEfectivo 不支持本次购买的货币。请选择其他付款方式。",
    document_required: "PagoEfectivo 需要有效的身份证件。请检查订单中的证件信息后重试。",
    earlier_code_open: "本次购买的上一个付款码正在作废。请几分钟后重试。",
    email_required: "PagoEfectivo 需要有效的电子邮箱。请检查订单中的邮箱后重试。",
    gateway_rejected: "PagoEfectivo 未接受您的订单信息。请检查后重试，或选择其他付款方式。",
    issue_in_progress: "您的付款码正在生成。请稍等几秒后重试。",
    order_canceled: "此订单已取消，无法再付款。",
    order_owes_less: "此订单的应付金额已减少。请刷新页面后重试；若无变化，请联系店铺。",
    phone_required: "PagoEfectivo 需要有效的手机号码。请检查地址中的号码后重试。",
    session_not_found: "您选择的付款方式已失效。请重新选择 PagoEfectivo。",
    unknown: "无法生成您的付款码，未向您收取任何费用。请几分钟后重试，或选择其他付款方式。",
  },
}

/** The gateway is silent, or will not have this shop: the same sentence whatever the reason. */
function withoutGateway(language: StorefrontLanguage) {
  return {
    circuit_open: NOT_NOW[language],
    gateway_bad_answer: NOT_NOW[language],
    gateway_timeout: NOT_NOW[language],
    gateway_unavailable: NOT_NOW[language],
    credentials_refused: NOT_HERE[language],
    voucher_not_found: NOT_HERE[language],
  }
}

/**
 * Why there is no code, in the shopper's language; one general sentence for an error that is none of
 * PagoEfectivo's. The store's own message never appears in it.
 *
 * @param error what a store call threw, a cart's completion answered (`{ type: "cart", error }`), or
 *   the message of either
 * @param lang a language or locale such as `es-PE`; Spanish unless told otherwise
 */
export function pagoEfectivoMessage(error: unknown, lang?: string | null): string {
  return MESSAGES[storefrontLanguage(lang)][pagoEfectivoErrorCode(error) ?? "unknown"]
}

/** The stable code of a failure; `undefined` for one that is none of PagoEfectivo's. */
export function pagoEfectivoErrorCode(error: unknown): PagoEfectivoErrorCode | undefined {
  if (typeof error === "string") return problemCodeIn(error)
  const { code, message, error: inner } = fieldsOf(error)
  const outer = knownProblemCode(code) ?? problemCodeIn(String(message))
  return outer ?? problemCodeIn(String(fieldsOf(inner).message))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>
}
