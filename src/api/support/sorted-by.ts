import { z } from "@medusajs/framework/zod"

/** `order=amount` or `order=-amount`, by one of `fields`. */
export function sortedBy(fields: readonly string[], otherwise: string) {
  const allowed = new Set(fields)
  return z
    .string()
    .refine((found) => allowed.has(found.replace(/^-/, "")), {
      message: `expected one of ${fields.join(", ")}, with "-" in front for descending`,
    })
    .default(otherwise)
}
