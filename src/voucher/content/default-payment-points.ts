import type { PaymentPoint } from "./payment-point"

/**
 * Where vouchers can be paid, as far as the vendor's manuals (2018 to 2022) and public integrations
 * agree. Hours and fees are left out: they differ by place, and a wrong one sends a shopper in vain.
 *
 * 02186 is BCP's company code in the vendor's sample of 2018. Paying never depends on it, because an
 * agent also finds the company by name; a merchant who knows a newer one sets it in the options.
 */
export const defaultPaymentPoints: PaymentPoint[] = [
  { name: "BCP", kind: "online" },
  { name: "BBVA", kind: "online" },
  { name: "Interbank", kind: "online" },
  { name: "Scotiabank", kind: "online" },
  { name: "BanBif", kind: "online" },
  { name: "Caja Arequipa", kind: "online" },
  { name: "Agentes y agencias BCP", kind: "counter", companyCode: "02186" },
  { name: "Agentes y agencias BBVA", kind: "counter" },
  { name: "Agentes y tiendas Interbank", kind: "counter" },
  { name: "Agentes y agencias Scotiabank", kind: "counter" },
  { name: "Agencias BanBif", kind: "counter" },
  { name: "Caja Arequipa", kind: "counter" },
  { name: "Tambo+", kind: "counter" },
  { name: "Kasnet", kind: "counter" },
  { name: "FullCarga", kind: "counter" },
  { name: "Western Union", kind: "counter" },
]
