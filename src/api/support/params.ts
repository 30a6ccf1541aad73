import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { FUTURE_TOLERANCE_MS, limaInstant } from "../../settlement"
import { fitsDatabase } from "./fits-database"
import { API_LIMITS as LIMITS } from "./limits"

/** Text that PostgreSQL can hold: without the NUL character and halves of characters. */
export function text(maxCharacters: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxCharacters)
    .refine(fitsDatabase, "expected text without NUL characters and halves of characters")
}

export const idText = text(LIMITS.maxIdCharacters)

export const searchText = text(LIMITS.maxSearchCharacters)

/** `status=a`, `status[]=a&status[]=b` and `status=a,b` alike. */
export function oneOrMore<T extends z.ZodType<string>>(value: T) {
  return z.preprocess(
    (found) => (typeof found === "string" ? found.split(",") : found),
    z.array(value).min(1).max(LIMITS.maxFilterValues),
  )
}

const instant = z
  .string()
  .refine((value) => /^(?!0000)\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)), {
    message: 'expected an ISO 8601 date such as "2026-10-12" or "2026-10-12T05:00:00Z"',
  })
  .transform((value) => new Date(value))

/** `created_at[$gte]=2026-10-12T05:00:00Z`; a date without an offset is UTC. */
export const dateRange = z.strictObject({
  $gt: instant.optional(),
  $gte: instant.optional(),
  $lt: instant.optional(),
  $lte: instant.optional(),
})

export const instantParam = instant

/** A date that is not in the future; without an offset it is Lima's, as in files. */
export const pastLimaInstant = z
  .string()
  .refine((value) => !Number.isNaN(limaInstant(value)), {
    message: 'expected an ISO 8601 date such as "2026-10-12" or "2026-10-12T05:00:00Z"',
  })
  .transform((value) => new Date(limaInstant(value)))
  .refine((value) => value.getTime() <= Date.now() + FUTURE_TOLERANCE_MS, {
    message: "expected a date that is not in the future",
  })

export const yesOrNo = z.enum(["true", "false"]).transform((value) => value === "true")

function whole(min: number, max: number, otherwise: number) {
  return z.preprocess(
    (found) => (typeof found === "string" && /^\d+$/.test(found) ? Number(found) : found),
    z.number().int().min(min).max(max).default(otherwise),
  )
}

/** Medusa's `limit`, `offset`, `order` and `fields`, bounded. `order` is the default order. */
export function listParams(order: string) {
  const { order: orderParam, fields } = createFindParams({ order }).shape
  return z.object({
    fields,
    order: orderParam,
    limit: whole(1, LIMITS.maxPageSize, LIMITS.defaultPageSize),
    offset: whole(0, LIMITS.maxOffset, 0),
  })
}
