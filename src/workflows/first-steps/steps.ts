import type { AdminHealthCheck, FirstStepId } from "../../http-types"
import { clock } from "../health/checks/clock"
import { credentials } from "../health/checks/credentials"
import { currency } from "../health/checks/currency"
import { delivery } from "../health/checks/delivery"
import { email } from "../health/checks/email"
import { prices } from "../health/checks/prices"
import { publishableKey } from "../health/checks/publishable-key"
import { rateCard } from "../health/checks/rate-card"
import { region } from "../health/checks/region"
import { sources } from "../health/checks/sources"
import { webhookAddress } from "../health/checks/webhook-address"
import type { CheckHealth, Checks } from "../health/health-check"
import { firstOrder } from "./checks/first-order"
import { testNotice } from "./checks/test-notice"

export interface StepPlan {
  id: FirstStepId
  /** Whether each payment provider has this step of its own. */
  ofProvider: boolean
  /** Health's checks, by its ids, and two about what only a person can start. */
  checks: Checks<CheckHealth>
  /** What does for this step although health would want more. */
  accepts?: Checks<(check: AdminHealthCheck) => boolean>
}

/** In the order in which they are taken. */
export const STEPS: StepPlan[] = [
  {
    id: "keys",
    ofProvider: true,
    checks: { credentials, clock },
    // A gateway that does not tell its time is no reason to wait.
    accepts: { clock: ({ state }) => state === "unknown" },
  },
  {
    id: "notices",
    ofProvider: true,
    checks: { webhook_address: webhookAddress, test_notice: testNotice },
  },
  {
    id: "shop",
    ofProvider: false,
    checks: { region, currency, prices, delivery, publishable_key: publishableKey },
    // Some products may well not be for Peru.
    accepts: { prices: ({ data }) => Number(data.unpriced) < Number(data.total) },
  },
  { id: "first_order", ofProvider: false, checks: { first_order: firstOrder } },
  { id: "email", ofProvider: false, checks: { email } },
  { id: "report_source", ofProvider: false, checks: { sources } },
  { id: "rate_card", ofProvider: false, checks: { rate_card: rateCard } },
]
