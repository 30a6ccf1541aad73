import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import { SourceError, type SettlementSourceOptions } from "../../settlement"
import { fetchSource } from "../settlement/fetch-source"
import { SETTLEMENT_LIMITS as LIMITS } from "../settlement/limits"
import type { SourceNight } from "./night"

/** One try of a night at one source; what came of it stands in `night`. */
export async function askSource(
  container: MedusaContainer,
  options: SettlementSourceOptions,
  night: SourceNight,
): Promise<void> {
  night.tries += 1
  night.failed = night.failed.filter(({ isFinal }) => isFinal)
  try {
    const { imported, failed, givenUp, waiting, brokenOff } = await fetchSource(container, options)
    night.imported += imported.length
    const named = new Set(night.failed.map(({ file }) => file))
    night.failed.push(...failed)
    night.givenUp = givenUp.filter((file) => !named.has(file))
    night.waiting = waiting
    noteTrouble(night, brokenOff)
    night.done = brokenOff === null && !failed.some(({ isWorthWaiting }) => isWorthWaiting)
  } catch (error) {
    noteTrouble(night, error)
  }
  if (night.done) return
  const why = night.error ?? night.failed.map(({ file, error }) => `${file}: ${error}`).join("; ")
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`PagoEfectivo: source ${options.id} could not be fetched: ${why}`)
}

function noteTrouble(night: SourceNight, trouble: unknown): void {
  const named = trouble instanceof SourceError ? trouble : null
  night.error = trouble ? messageOf(trouble).slice(0, LIMITS.maxErrorCharacters) : null
  night.code = named?.code ?? null
  const pauseMs = Math.min(named?.retryAfterMs ?? 0, LIMITS.maxSourcePauseMs)
  night.notBefore = pauseMs > 0 ? new Date(Date.now() + pauseMs).toISOString() : null
}
