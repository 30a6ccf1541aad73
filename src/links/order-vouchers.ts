import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import PagoEfectivoModule from "../modules/pagoefectivo"

/** From an order to its codes: `query.graph({ entity: "order", fields: ["pagoefectivo_vouchers.*"] })`. */
// A read-only link from the other side names the key column; the rule knows only the plain form.
// eslint-disable-next-line @medusajs/link-uses-linkable-properties
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  {
    linkable: {
      ...PagoEfectivoModule.linkable.pagoefectivoVoucher.id,
      primaryKey: "order_id",
      alias: "pagoefectivo_vouchers",
    },
    isList: true,
  },
  { readOnly: true },
)
