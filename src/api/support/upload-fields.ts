import { z } from "@medusajs/framework/zod"
import { refused } from "../../errors/refusal"

/** A form's checkbox. */
export const yes = z
  .enum(["true", "false", "1", "0", ""])
  .default("false")
  .transform((value) => value === "true" || value === "1")

/**
 * The form's fields beside the file.
 * @throws MedusaError (invalid_data) naming each wrong field.
 */
export function readUploadFields<Fields>(
  schema: z.ZodType<Fields>,
  fields: Record<string, unknown>,
): Fields {
  const read = schema.safeParse(fields)
  if (read.success) return read.data
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.join(".") || "form"}: ${message}`,
  )
  throw refused("upload_fields_wrong", { problems: problems.join("; ") })
}
