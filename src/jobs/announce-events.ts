import type { MedusaContainer } from "@medusajs/framework/types"
import { announceOverdue } from "../workflows/announce"
import { runJob } from "../workflows/run-job"

/** Announces events that a process wrote down and died before it could announce them. */
export default async function announceEventsJob(container: MedusaContainer) {
  await runJob(container, "announce-events", () => announceOverdue(container))
}

export const config = { name: "pagoefectivo-announce-events", schedule: "* * * * *" }
