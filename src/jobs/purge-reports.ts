import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/run-job"
import { purgeReports } from "../workflows/settlement/purge-reports"

/** Deletes archived reports that were kept long enough. */
export default async function purgeReportsJob(container: MedusaContainer) {
  await runJob(container, "purge-reports", () => purgeReports(container))
}

export const config = { name: "pagoefectivo-purge-reports", schedule: "45 4 * * *" }
