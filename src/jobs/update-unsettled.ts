import type { MedusaContainer } from "@medusajs/framework/types"
import { UNSETTLED_JOB } from "../modules/pagoefectivo"
import { pagoEfectivo } from "../workflows/container"
import { runJob } from "../workflows/run-job"

/** Keeps the list of booked codes that no report has settled yet, which the summary reads. */
export default async function updateUnsettledJob(container: MedusaContainer) {
  await runJob(container, UNSETTLED_JOB, () => pagoEfectivo(container).unsettled.update(new Date()))
}

export const config = { name: "pagoefectivo-update-unsettled", schedule: "*/10 * * * *" }
