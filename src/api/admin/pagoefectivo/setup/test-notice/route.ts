import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pagoEfectivo } from "../../../../../workflows/container"
import { sendTestNotice } from "../../../../../workflows/first-steps/send-test-notice"
import { entryOf } from "../entry-of"
import type { PostTestType } from "../validators"
import { answerErrors } from "../../../../support/answer-errors"

/** Sends a test notice to the store's own hook and waits for it; 200 also when it did not come back. */
export const POST = answerErrors(
  async (req: AuthenticatedMedusaRequest<PostTestType>, res: MedusaResponse) => {
    const entry = entryOf(req)
    const slot = await pagoEfectivo(req.scope).rateLimits.takeTestNotice(entry.providerId)
    if (!slot.granted) {
      res.setHeader("Retry-After", String(slot.retryAfterSeconds))
      res.status(429).json({
        type: "too_many_requests",
        message: `Too many test notices: send the next one in ${slot.retryAfterSeconds} seconds.`,
      })
      return
    }
    res.json({ test_notice: await sendTestNotice(req.scope, entry) })
  },
)
