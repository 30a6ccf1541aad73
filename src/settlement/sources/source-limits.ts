import {
  CONNECT_TIMEOUT_MS,
  IDLE_TIMEOUT_MS,
  MAX_LISTED_FILES,
  MAX_REPORT_BYTES,
  MERCADOPAGO_POLL_MS,
  MERCADOPAGO_READY_WAIT_MS,
  SETTLE_MS,
  SOURCE_RETRY_DELAY_MS,
} from "../limits"
import type { SourceDeps, SourceLimits } from "./source"

export function sourceLimits(deps: SourceDeps): SourceLimits {
  return {
    settleMs: SETTLE_MS,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    retryDelayMs: SOURCE_RETRY_DELAY_MS,
    maxBytes: MAX_REPORT_BYTES,
    maxFiles: MAX_LISTED_FILES,
    reportPollMs: MERCADOPAGO_POLL_MS,
    reportWaitMs: MERCADOPAGO_READY_WAIT_MS,
    ...deps.limits,
  }
}
