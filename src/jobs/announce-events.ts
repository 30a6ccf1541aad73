import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../workflows/container"
import { runJob } from "../workflows/run-job"

/** Announces events that a process stored, and died before it could announce them. */
export default async function announceEventsJob(container: MedusaContainer) {
  await runJob(container, "announce-events", async () => ({
    ...(await pagoEfectivo(container).announcer.announceOverdue()),
  }))
}

export const config = { name: "pagoefectivo-announce-events", schedule: "* * * * *" }
