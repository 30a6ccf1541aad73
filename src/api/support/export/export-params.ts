import { z } from "@medusajs/framework/zod"
import { WORD_LANGUAGES } from "./words"

export const EXPORT_FORMATS = ["csv", "xlsx"] as const

/** What every export takes beside its list's own filters. */
export const exportParams = {
  format: z.enum(EXPORT_FORMATS).default("csv"),
  /** The reader's language; `none` for ids, codes and instants, as other programs want them. */
  words: z.enum([...WORD_LANGUAGES, "none"]).default("none"),
}

export type ExportParams = z.infer<z.ZodObject<typeof exportParams>>
