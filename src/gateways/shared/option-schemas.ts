import { z } from "zod"
import { MAX_KEY_LENGTH } from "./limits"

/** A key, token or secret of a gateway. */
export const keyOption = z.string().min(1).max(MAX_KEY_LENGTH)

export const addressOption = z.url({ protocol: /^https?$/ })
