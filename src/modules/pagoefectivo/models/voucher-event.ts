import { model } from "@medusajs/framework/utils"

/** The timeline of a voucher: everything that happened, in order, with who did it. */
export const VoucherEvent = model
  .define("pagoefectivo_voucher_event", {
    id: model.id({ prefix: "pevev" }).primaryKey(),
    voucher_id: model.text(),
    kind: model.text(),
    at: model.dateTime(),
    /** `system`, `gateway`, `shopper` or an admin user's id. */
    actor: model.text(),
    data: model.json().nullable(),
  })
  .indexes([{ on: ["voucher_id", "at"] }])
