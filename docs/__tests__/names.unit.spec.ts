import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { PERMISSIONS } from "../../src/api/admin/pagoefectivo/permissions"
import { GATEWAY_ERROR_CODES } from "../../src/gateways/errors"
import { PagoEfectivoEvents } from "../../src/modules/pagoefectivo/events/events"
import { CASE_ACTIONS, FINDING_DETAILS, RECONCILIATION_REASONS } from "../../src/reconciliation"
import { CONTROL_ROUTE_NAMES } from "../../src/sandbox/control/control-routes"
import HEALTH_TEXTS from "../../src/texts/en/health.json"
import { BUILT_IN_FORMATS } from "../../src/settlement/formats/registry"
import { inEachLanguage, ROOT } from "../documents"

const JOBS = readdirSync(path.join(ROOT, "src/jobs"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(path.join(ROOT, "src/jobs", file), "utf8"))
  .map((text) => /name: "([\w-]+)"/.exec(text)?.[1] ?? "a job without a name")

/** `notice_stored` only wakes the plugin's own processing, and may get lost. */
const EVENTS = Object.values(PagoEfectivoEvents).filter((it) => !it.endsWith(".notice_stored"))

/** Those of jobs are told together. */
const CHECKS = Object.keys(HEALTH_TEXTS).map((id) => (id === "job" ? "job_…" : id))

/** What a program may meet, and the subject that has to tell of each of it, in each language. */
const TOLD: [string, string, readonly string[]][] = [
  ["event", "docs/events", EVENTS],
  ["reason", "docs/cases", RECONCILIATION_REASONS],
  ["detail", "docs/cases", Object.values(FINDING_DETAILS).flat()],
  ["action", "docs/cases", CASE_ACTIONS],
  ["format", "docs/reports", BUILT_IN_FORMATS.map(({ id }) => id)],
  ["job", "docs/operations", JOBS],
  ["check", "docs/operations", CHECKS.filter((id) => id !== "any")],
  ["error", "docs/troubleshooting", GATEWAY_ERROR_CODES],
  ["control", "docs/sandbox", CONTROL_ROUTE_NAMES.map((name) => name.replace(/^\w+ /, ""))],
]

describe.each(TOLD)("every %s", (_kind, subject, names) => {
  it.each(inEachLanguage(subject).map(({ name, text }) => [name, text]))("is in %s", (_, text) => {
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })
})

it.each(inEachLanguage("docs/admin-api").map(({ name, text }) => [name, text]))(
  "%s has each route with its permission, and no other",
  (_, text) => {
    const told = [...text.matchAll(/^\| `(\w+ \/[^`]*)` .* `(\w+:\w+)` \|$/gm)]
    const known = PERMISSIONS.map(
      ([method, route, resource, operation]) => `${method} ${route} ${resource}:${operation}`,
    )
    expect(told.map(([, route, permission]) => `${route} ${permission}`).sort()).toEqual(
      known.sort(),
    )
  },
)
