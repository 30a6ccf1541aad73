import OrderModule from "@medusajs/medusa/order"
import { defineLink } from "@medusajs/framework/utils"
import PagoEfectivoModule from "../modules/pagoefectivo"

/** From an order to its codes: `query.graph({ entity: "order", fields: ["pagoefectivo_vouchers.*"] })`. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  // The rule knows only the plain form; the other side of a read-only link names its key column.
  // eslint-disable-next-line @medusajs/link-uses-linkable-properties
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
