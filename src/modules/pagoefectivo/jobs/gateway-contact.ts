import type { Logger } from "@medusajs/framework/types"
import { messageOf } from "../../../errors/message-of"
import { MODULE_LIMITS as LIMITS } from "../limits"
import type { JobStateStore } from "./job-state"

/** Under this name stands since when each provider's gateway has given no answer. */
const NAME = "gateway-silence"

interface Told {
  hasAnswered: boolean
  at: number
}

/**
 * Remembers, for all instances of the store, since when a gateway has not answered although it was
 * asked; its first answer to any of them ends that. What is written is little: a change, and else once
 * a minute, because another instance may have seen the contrary.
 */
export class GatewayContact {
  private readonly told = new Map<string, Told>()

  constructor(
    private readonly state: JobStateStore,
    private readonly logger: () => Pick<Logger, "warn">,
  ) {}

  /** Never throws and is not waited for: a payment does not depend on it. */
  tell(providerId: string, hasAnswered: boolean): void {
    const now = Date.now()
    const last = this.told.get(providerId)
    const isFresh = last && now - last.at < LIMITS.gatewayContactSeconds * 1000
    if (isFresh && last.hasAnswered === hasAnswered) return
    this.told.set(providerId, { hasAnswered, at: now })
    const written = hasAnswered
      ? this.state.forget(NAME, providerId)
      : this.state.keepFirst(NAME, providerId, new Date(now).toISOString())
    written.catch((error: unknown) => {
      this.told.delete(providerId)
      this.logger().warn(
        `PagoEfectivo: whether ${providerId} answers could not be noted: ${messageOf(error)}`,
      )
    })
  }

  /** Since when it has given no answer; null while it answers, or was not asked. */
  async silentSince(providerId: string): Promise<Date | null> {
    const state = await this.state.read<Record<string, string>>(NAME)
    const since = state?.[providerId]
    return since ? new Date(since) : null
  }
}
