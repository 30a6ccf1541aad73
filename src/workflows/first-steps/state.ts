import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminSetup, AdminTestNotice, OptionalSetupStep } from "../../http-types"
import { pagoEfectivo } from "../container"

const NAME = "first-steps"

export const OPTIONAL_STEPS = [
  "email",
  "report_source",
  "rate_card",
] as const satisfies readonly OptionalSetupStep[]

/** When, and which admin user. */
type Decision = NonNullable<AdminSetup["dismissed"]>

/** What is kept of the set-up page; everything else is looked at anew each time. */
export interface FirstStepsState {
  /** When every step was first done: from then on the page has nothing to ask for any more. */
  finished: string | null
  dismissed: Decision | null
  skipped: Partial<Record<OptionalSetupStep, Decision | null>>
  /** The last test of each provider's hook, by its id. */
  tests: Record<string, AdminTestNotice>
}

/**
 * One entry each, so that two people who act at once don't undo each other: `finished`, `dismissed`,
 * `skip:<step>`, `test:<provider>`.
 */
type Entries = Record<string, unknown>

export async function readState(container: MedusaContainer): Promise<FirstStepsState> {
  const entries = (await pagoEfectivo(container).jobState.read<Entries>(NAME)) ?? {}
  const named = <Value>(prefix: string) =>
    Object.fromEntries(
      Object.entries(entries)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value as Value]),
    )
  return {
    finished: (entries.finished as string | undefined) ?? null,
    dismissed: (entries.dismissed as Decision | null | undefined) ?? null,
    skipped: named<Decision | null>("skip:"),
    tests: named<AdminTestNotice>("test:"),
  }
}

function write(container: MedusaContainer, entries: Entries): Promise<void> {
  return pagoEfectivo(container).jobState.merge(NAME, entries)
}

export async function recordFinished(container: MedusaContainer, at: Date): Promise<string> {
  const finished = at.toISOString()
  await write(container, { finished })
  return finished
}

/** @param by who wants the page out of the menu; null brings it back. */
export function recordDismissed(container: MedusaContainer, by: string | null): Promise<void> {
  return write(container, { dismissed: decision(by) })
}

/** @param by who does without the step for now; null takes that back. */
export function recordSkipped(
  container: MedusaContainer,
  step: OptionalSetupStep,
  by: string | null,
): Promise<void> {
  return write(container, { [`skip:${step}`]: decision(by) })
}

export function recordTest(container: MedusaContainer, test: AdminTestNotice): Promise<void> {
  return write(container, { [`test:${test.provider_id}`]: test })
}

function decision(by: string | null): Decision | null {
  return by === null ? null : { at: new Date().toISOString(), by }
}
