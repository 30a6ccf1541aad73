import type { MedusaContainer } from "@medusajs/framework/types"
import { purgeNotices } from "../workflows/notices/purge-notices"
import { runJob } from "../workflows/run-job"

/** Deletes raw notices that were kept long enough. */
export default async function purgeNoticesJob(container: MedusaContainer) {
  await runJob(container, "purge-notices", () => purgeNotices(container))
}

export const config = { name: "pagoefectivo-purge-notices", schedule: "30 4 * * *" }
