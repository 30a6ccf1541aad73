import { storefrontLanguage, type StorefrontLanguage } from "./language"

/** How the method is called at the checkout, and what choosing it means. */
export interface PaymentMethodTexts {
  title: string
  description: string
  /** For the button that places the order. */
  button: string
}

const TEXTS: Record<StorefrontLanguage, PaymentMethodTexts> = {
  es: {
    title: "PagoEfectivo",
    description:
      "Recibes un código y lo pagas en efectivo en agentes y bodegas, o desde la app de tu banco. Sin tarjeta.",
    button: "Obtener mi código de pago",
  },
  en: {
    title: "PagoEfectivo",
    description:
      "You get a code and pay it in cash at agents and shops in Peru, or from your Peruvian bank’s app. No card needed.",
    button: "Get my payment code",
  },
  zh: {
    title: "PagoEfectivo",
    description:
      "您将获得一个付款码，可在秘鲁的代理点和便利店用现金支付，或通过秘鲁银行应用支付。无需银行卡。",
    button: "获取付款码",
  },
}

/** The method's texts in the shopper's language; Spanish unless told otherwise. */
export function pagoEfectivoMethod(lang?: string | null): PaymentMethodTexts {
  return TEXTS[storefrontLanguage(lang)]
}
