import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import PagoEfectivoModule from "../modules/pagoefectivo"

/** From a voucher to its order: `query.graph({ entity: "pagoefectivo_voucher", fields: ["order.*"] })`. */
export default defineLink(
  { linkable: PagoEfectivoModule.linkable.pagoefectivoVoucher, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true },
)
