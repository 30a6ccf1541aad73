import type { MedusaContainer } from "@medusajs/framework/types"
import { VOUCHER_DAYS_JOB } from "../modules/pagoefectivo"
import { pagoEfectivo } from "../workflows/container"
import { runJob } from "../workflows/run-job"

/** Keeps the sums of each day that is over, which the summary reads. */
export default async function updateVoucherDaysJob(container: MedusaContainer) {
  await runJob(container, VOUCHER_DAYS_JOB, () => pagoEfectivo(container).voucherDays.update())
}

export const config = { name: "pagoefectivo-update-voucher-days", schedule: "5 * * * *" }
