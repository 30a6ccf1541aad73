import { z } from "@medusajs/framework/zod"
import { dateRange, idText, listParams, oneOrMore, searchText } from "../../../support/params"
import { sortedBy } from "../../../support/sorted-by"
import { NOTICE_FIELDS } from "./fields"

export const GetNotificationsParams = listParams("-received_at").extend({
  order: sortedBy(NOTICE_FIELDS, "-received_at"),
  status: oneOrMore(z.enum(["received", "processed", "ignored", "failed"])).optional(),
  verdict: oneOrMore(z.enum(["authentic", "unreadable"])).optional(),
  voucher_id: oneOrMore(idText).optional(),
  /** Beginning of a code or transaction code, an operation number or an id. */
  q: searchText.optional(),
  received_at: dateRange.optional(),
})

export type GetNotificationsParamsType = z.infer<typeof GetNotificationsParams>
