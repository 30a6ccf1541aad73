import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/run-job"
import { NIGHT_JOB, runNight } from "../workflows/reconciliation/run-night"

/** Fetches, imports, reconciles and alerts when `settlement.schedule` says so. */
export default async function settlementNightJob(container: MedusaContainer) {
  await runJob(container, NIGHT_JOB, () => runNight(container))
}

export const config = { name: "pagoefectivo-settlement-night", schedule: "* * * * *" }
