import type { MedusaContainer } from "@medusajs/framework/types"
import { processInbox } from "../workflows/notices/process-inbox"
import { runJob } from "../workflows/run-job"

/** Processes notices that were stored but not processed: lost events, crashes, failures. */
export default async function processInboxJob(container: MedusaContainer) {
  await runJob(container, "process-inbox", () => processInbox(container))
}

export const config = { name: "pagoefectivo-process-inbox", schedule: "* * * * *" }
