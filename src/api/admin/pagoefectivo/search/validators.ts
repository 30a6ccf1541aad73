import { z } from "@medusajs/framework/zod"
import { searchText } from "../../../support/params"

export const GetSearchParams = z.strictObject({ q: searchText })
export type GetSearchParamsType = z.infer<typeof GetSearchParams>
