import {
  CONNECT_TIMEOUT_MS,
  IDLE_TIMEOUT_MS,
  MAX_LISTED_FILES,
  MAX_REPORT_BYTES,
  MERCADOPAGO_POLL_SECONDS,
  MERCADOPAGO_READY_WAIT_MS,
  SETTLE_MS,
  SOURCE_RETRY_DELAY_MS,
} from "../limits"
import type { SourceDeps, SourceLimits } from "./source"

const MS_PER_SECOND = 1_000

export function sourceLimits(deps: SourceDeps): SourceLimits {
  return {
    settleMs: SETTLE_MS,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    retryDelayMs: SOURCE_RETRY_DELAY_MS,
    maxBytes: MAX_REPORT_BYTES,
    maxFiles: MAX_LISTED_FILES,
    reportPollMs: MERCADOPAGO_POLL_SECONDS * MS_PER_SECOND,
    reportWaitMs: MERCADOPAGO_READY_WAIT_MS,
    ...deps.limits,
  }
}
