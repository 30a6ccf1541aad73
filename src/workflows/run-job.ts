import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "./container"
import { messageOf } from "../errors/message-of"

/** A job that another instance is running right now is left to it. */
const LOCK_WAIT_SECONDS = 1

/**
 * Runs a scheduled job on one instance at a time and writes down how it went. A failing job is
 * logged and shown in the health data; it never takes the process down.
 */
export async function runJob(
  container: MedusaContainer,
  name: string,
  job: () => Promise<Record<string, unknown>>,
): Promise<void> {
  let begun = false
  const run = () => {
    begun = true
    return recorded(container, name, job)
  }
  try {
    await container
      .resolve(Modules.LOCKING)
      .execute(`pagoefectivo:job:${name}`, run, { timeout: LOCK_WAIT_SECONDS })
  } catch (error) {
    const isElsewhere = !begun && /timed?[- ]?out/i.test(messageOf(error))
    if (isElsewhere) return
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`PagoEfectivo: job ${name} failed: ${messageOf(error)}`)
  }
}

async function recorded(
  container: MedusaContainer,
  name: string,
  job: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const service = pagoEfectivo(container)
  const startedAt = new Date()
  try {
    const result = await job()
    await service.jobState.recordRun(name, { startedAt, result, error: null })
  } catch (error) {
    await service.jobState.recordRun(name, { startedAt, result: null, error: messageOf(error) })
    throw error
  }
}
