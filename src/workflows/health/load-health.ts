import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { clock } from "./checks/clock"
import { closingTasks } from "./checks/closing-tasks"
import { credentials } from "./checks/credentials"
import { email } from "./checks/email"
import { forgedNotices } from "./checks/forged-notices"
import { inbox } from "./checks/inbox"
import { job } from "./checks/job"
import { lastNotice } from "./checks/last-notice"
import { noticesArriving } from "./checks/notices-arriving"
import { region } from "./checks/region"
import { testSettings } from "./checks/test-settings"
import { webhookAddress } from "./checks/webhook-address"
import { pagoEfectivo } from "../container"
import { NIGHT_JOB } from "../reconciliation/run-night"
import { messageOf } from "../error-message"
import {
  finding,
  type CheckHealth,
  type HealthCheck,
  type HealthContext,
  type HealthState,
} from "./health-check"
import { HEALTH_LIMITS as LIMITS } from "./limits"

/** Made for each payment provider: each has its own gateway and its own address for notices. */
const PROVIDER_CHECKS: Record<string, CheckHealth> = {
  credentials,
  clock,
  webhook_address: webhookAddress,
}

/** Made once a store; by their stable ids, in the order in which they are shown. */
const STORE_CHECKS: Record<string, CheckHealth> = {
  region,
  test_settings: testSettings,
  email,
  notices_arriving: noticesArriving,
  last_notice: lastNotice,
  forged_notices: forgedNotices,
  inbox,
  closing_tasks: closingTasks,
  job_process_inbox: job("process-inbox", 1),
  job_expire_vouchers: job("expire-vouchers", 1),
  job_poll_vouchers: job("poll-vouchers", 5),
  job_send_emails: job("send-emails", 5),
  job_announce_events: job("announce-events", 1),
  job_settlement_night: job(NIGHT_JOB, 1, LIMITS.longNightMinutes),
}

const WORST_FIRST: HealthState[] = ["problem", "warning", "unknown", "ok"]

export interface Health {
  /** The worst of all checks. */
  state: HealthState
  checked_at: string
  checks: HealthCheck[]
}

/** Looks at everything that has to hold so that payments are taken and noticed. Never throws. */
export async function loadHealth(
  container: MedusaContainer,
  { refresh = false }: { refresh?: boolean } = {},
): Promise<Health> {
  const now = new Date()
  const { entries } = pagoEfectivo(container).options
  const planned = entries.flatMap((entry, index) => [
    ...Object.entries(PROVIDER_CHECKS).map(([id, check]) => ({
      id,
      check,
      entry,
      provider_id: entry.providerId,
    })),
    ...(index === 0 ? Object.entries(STORE_CHECKS) : []).map(([id, check]) => ({
      id,
      check,
      entry,
      provider_id: null,
    })),
  ])
  const checks = await Promise.all(
    planned.map(async ({ id, check, entry, provider_id }) => ({
      id,
      provider_id,
      ...(await attempt(id, check, { container, entry, now, refresh })),
    })),
  )
  const state = WORST_FIRST.find((candidate) => checks.some((check) => check.state === candidate))
  return { state: state ?? "unknown", checked_at: now.toISOString(), checks }
}

async function attempt(id: string, check: CheckHealth, context: HealthContext) {
  try {
    return await check(context)
  } catch (error) {
    context.container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`PagoEfectivo: health check ${id} failed: ${messageOf(error)}`)
    return finding("unknown", "This could not be checked.", "Look into the store's log.")
  }
}
