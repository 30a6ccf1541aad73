import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AdminHealthCheck,
  AdminSetup,
  AdminSetupStep,
  OptionalSetupStep,
  FirstStepId,
} from "../../http-types"
import { pagoEfectivo } from "../container"
import { entriesOf, type HealthContext } from "../health/health-check"
import { runCheck } from "../health/run-check"
import { OPTIONAL_STEPS, readState, recordFinished, type FirstStepsState } from "./state"
import { STEPS, type StepPlan } from "./steps"

/** How far the set-up has come. Once everything was done, the menu forgets about it for good. */
export async function loadFirstSteps(container: MedusaContainer): Promise<AdminSetup> {
  const state = await readState(container)
  const { entries } = pagoEfectivo(container).options
  const now = new Date()
  const steps = await Promise.all(
    STEPS.flatMap((plan) =>
      (plan.ofProvider ? entries : entries.slice(0, 1)).map((entry) =>
        loadStep(plan, { container, entry, now, refresh: false }, state),
      ),
    ),
  )
  const isFinished = steps.every((step) => step.state === "done" || step.state === "skipped")
  const finished_at = state.finished ?? (isFinished ? await recordFinished(container, now) : null)
  return {
    is_open: !state.dismissed && !finished_at,
    finished_at,
    dismissed: state.dismissed,
    steps,
  }
}

/** What the menu asks: one row, and no look at anything. */
export async function isOpen(container: MedusaContainer): Promise<boolean> {
  const { dismissed, finished } = await readState(container)
  return !dismissed && !finished
}

async function loadStep(
  { id, checks: planned, ofProvider, accepts = {} }: StepPlan,
  context: HealthContext,
  { skipped }: FirstStepsState,
): Promise<AdminSetupStep> {
  const checks = await Promise.all(
    entriesOf(planned).map(([name, check]) => runCheck(name, check, context, ofProvider)),
  )
  const isDone = checks.every((check) => isEnough(check) || accepts[check.id]?.(check) === true)
  const isSkipped = isOptional(id) && Boolean(skipped[id])
  const isBroken = checks.some(({ state }) => state === "problem")
  return {
    id,
    provider_id: ofProvider ? context.entry.providerId : null,
    state: isBroken ? "problem" : isDone ? "done" : isSkipped ? "skipped" : "open",
    is_optional: isOptional(id),
    checks,
  }
}

function isOptional(id: FirstStepId): id is OptionalSetupStep {
  return (OPTIONAL_STEPS as readonly string[]).includes(id)
}

/** To health it is no fault if nothing is set; here it is still to be done. */
function isEnough({ state, data }: AdminHealthCheck): boolean {
  return state === "ok" && data.finding !== "none"
}
