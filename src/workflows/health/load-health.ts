import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminHealth } from "../../http-types"
import { checkInstallation } from "./check-installation"
import { clock } from "./checks/clock"
import { closingTasks } from "./checks/closing-tasks"
import { credentials } from "./checks/credentials"
import { currency } from "./checks/currency"
import { delivery } from "./checks/delivery"
import { email } from "./checks/email"
import { forgedNotices } from "./checks/forged-notices"
import { inbox } from "./checks/inbox"
import { job } from "./checks/job"
import { lastNotice } from "./checks/last-notice"
import { noticesArriving } from "./checks/notices-arriving"
import { phones } from "./checks/phones"
import { ordersWithoutCode } from "./checks/orders-without-code"
import { unfinishedCheckouts } from "./checks/unfinished-checkouts"
import { prices } from "./checks/prices"
import { publishableKey } from "./checks/publishable-key"
import { rateCard } from "./checks/rate-card"
import { region } from "./checks/region"
import { schema } from "./checks/schema"
import { sources } from "./checks/sources"
import { testSettings } from "./checks/test-settings"
import { unreadRows } from "./checks/unread-rows"
import { webhookAddress } from "./checks/webhook-address"
import { webhookReachable } from "./checks/webhook-reachable"
import { pagoEfectivo } from "../container"
import { NIGHT_JOB } from "../reconciliation/run-night"
import { entriesOf, healthOf, type CheckHealth, type Checks } from "./health-check"
import { HEALTH_LIMITS as LIMITS } from "./limits"
import { runCheck } from "./run-check"

/** Made for each payment provider: each has its own gateway and its own address for notices. */
const PROVIDER_CHECKS: Checks<CheckHealth> = {
  credentials,
  clock,
  webhook_address: webhookAddress,
  webhook_reachable: webhookReachable,
}

/** Made once a store. */
const STORE_CHECKS: Checks<CheckHealth> = {
  schema,
  test_settings: testSettings,
  region,
  currency,
  delivery,
  prices,
  publishable_key: publishableKey,
  email,
  phones,
  notices_arriving: noticesArriving,
  last_notice: lastNotice,
  forged_notices: forgedNotices,
  inbox,
  closing_tasks: closingTasks,
  orders_without_code: ordersWithoutCode,
  unfinished_checkouts: unfinishedCheckouts,
  job_process_inbox: job("process-inbox", 1),
  job_expire_vouchers: job("expire-vouchers", 1),
  job_poll_vouchers: job("poll-vouchers", 5),
  job_send_emails: job("send-emails", 5),
  job_announce_events: job("announce-events", 1),
  job_settlement_night: job(NIGHT_JOB, 1, LIMITS.longNightMinutes),
  sources,
  unread_rows: unreadRows,
  rate_card: rateCard,
}

/** Looks at everything that has to hold so that payments are taken and noticed. Never throws. */
export async function loadHealth(
  container: MedusaContainer,
  { refresh = false }: { refresh?: boolean } = {},
): Promise<AdminHealth> {
  const now = new Date()
  const { entries } = pagoEfectivo(container).options
  const checks = await Promise.all(
    entries.flatMap((entry, index) => {
      const context = { container, entry, now, refresh }
      return [
        ...entriesOf(PROVIDER_CHECKS).map(([id, check]) => runCheck(id, check, context, true)),
        ...(index === 0 ? entriesOf(STORE_CHECKS) : []).map(([id, check]) =>
          runCheck(id, check, context, false),
        ),
      ]
    }),
  )
  return healthOf([...checkInstallation(process.cwd()), ...checks], now)
}
