import type { MedusaContainer } from "@medusajs/framework/types"
import { pollVouchers } from "../workflows/vouchers/poll-vouchers"
import { runJob } from "../workflows/run-job"

/** Asks about codes whose notice may have been lost. */
export default async function pollVouchersJob(container: MedusaContainer) {
  await runJob(container, "poll-vouchers", () => pollVouchers(container))
}

export const config = { name: "pagoefectivo-poll-vouchers", schedule: "*/5 * * * *" }
