import PaymentModule from "@medusajs/medusa/payment"
import { defineLink } from "@medusajs/framework/utils"
import PagoEfectivoModule from "../modules/pagoefectivo"

/** From a voucher to the payment session that it was issued for. */
export default defineLink(
  { linkable: PagoEfectivoModule.linkable.pagoefectivoVoucher, field: "payment_session_id" },
  PaymentModule.linkable.paymentSession,
  { readOnly: true },
)
