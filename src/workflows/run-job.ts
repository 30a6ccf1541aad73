import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../errors/message-of"
import { pagoEfectivo } from "./container"
import { isLockTimeout } from "./locks"

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
  const { jobState, leases } = pagoEfectivo(container)
  let startedAt: Date | null = null
  const run = async () => {
    startedAt = new Date()
    await jobState.recordRun(name, { startedAt, result: await job(), error: null })
  }
  try {
    await leases.hold(`pagoefectivo:job:${name}`, LOCK_WAIT_SECONDS, run)
  } catch (error) {
    const isElsewhere = startedAt === null && isLockTimeout(error)
    if (isElsewhere) return
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const message = messageOf(error)
    logger.error(`PagoEfectivo: job ${name} failed: ${message}`)
    const failed = { startedAt: startedAt ?? new Date(), result: null, error: message }
    await jobState.recordRun(name, failed).catch((unrecorded: unknown) => {
      logger.error(`PagoEfectivo: that could not be recorded: ${messageOf(unrecorded)}`)
    })
  }
}
