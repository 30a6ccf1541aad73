import type { MedusaContainer } from "@medusajs/framework/types"
import { EXPIRY_JOB, expireVouchers } from "../workflows/vouchers/expire-vouchers"
import { runJob } from "../workflows/run-job"

/** Reminders, deadlines, and the closing of codes and orders. */
export default async function expireVouchersJob(container: MedusaContainer) {
  await runJob(container, EXPIRY_JOB, () => expireVouchers(container))
}

export const config = { name: "pagoefectivo-expire-vouchers", schedule: "* * * * *" }
