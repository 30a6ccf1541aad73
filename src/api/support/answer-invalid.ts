import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

type Validate = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>

/**
 * One of Medusa's validators, whose refusal is answered in Medusa's words, with a code and the names of
 * the fields beside them.
 */
export function answerInvalid(validate: Validate, schema: unknown, part: "body" | "query") {
  return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    validate(req, res, (error?: unknown) => {
      if (!error) return next()
      const isInvalid =
        MedusaError.isMedusaError(error) && error.type === MedusaError.Types.INVALID_DATA
      if (!isInvalid) return next(error)
      const { type, message } = error
      const values = { fields: wrongFields(schema, req[part]) }
      res.status(400).json({ type, code: "invalid_input", message, values })
    })
}

function wrongFields(schema: unknown, found: unknown): string {
  if (!(schema instanceof z.ZodType)) return ""
  const issues = schema.safeParse(found).error?.issues ?? []
  const names = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys
      : [issue.path.filter((part) => typeof part === "string").join(".")],
  )
  return [...new Set(names.filter(Boolean))].join(", ")
}
