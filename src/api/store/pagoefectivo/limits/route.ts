import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadPaymentLimits } from "../../../../workflows/payments/load-payment-limits"

/** Seconds that a storefront may keep them; the store checks each payment itself. */
const MAX_AGE_SECONDS = 300

/** What one code may cost, so that a storefront offers PagoEfectivo only where it can be paid. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.setHeader("Cache-Control", `public, max-age=${MAX_AGE_SECONDS}`)
  res.json({ limits: await loadPaymentLimits(req.scope) })
}
