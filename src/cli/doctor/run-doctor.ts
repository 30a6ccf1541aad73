import type { AdminHealth, AdminHealthCheck, HealthCheckId } from "../../http-types"
import { checkInstallation } from "../../workflows/health/check-installation"
import { finding, healthOf, ok, type HealthFinding } from "../../workflows/health/health-check"
import type { CliIo } from "../cli-io"
import { textsFor } from "../language"
import { Layout } from "../layout"
import { parseOptions } from "../parse-options"
import { explainFailure } from "../store/explain-failure"
import { findStore, requirePlugin, type Store } from "../store/find-store"
import { askStore, MedusaFailedError } from "../store/run-medusa"
import { printEveryCheck, printHealth } from "./print-health"

const HELP = `Usage: medusa-payment-pagoefectivo doctor [options]

Starts the store in this folder, without its server, and says what is right with PagoEfectivo, and what is
not with what to do. The admin's page Health makes the same checks.

Options:
  --all             Says of each check what it found, also of those that are right
  --dir <folder>    The store's folder (default: this one, or the only store of the workspace)
  --json            Prints the checks as JSON
  --lang <en|es|zh> Language (default: the terminal's)
  --help            Shows this text

Ends with 0 when nothing is broken (there may be warnings), 1 when something is, and 2 when it could not
look: it was called wrongly, or there is no store here with the plugin installed.
`

const GOOD = 0
const BROKEN = 1

/** @throws UsageError for wrong arguments, or where there is no store with the plugin installed. */
export async function runDoctor(args: string[], io: CliIo): Promise<number> {
  const options = parseOptions(args, {
    all: { type: "boolean" },
    dir: { type: "string" },
    json: { type: "boolean" },
    lang: { type: "string" },
    help: { type: "boolean", short: "h" },
  })
  if (options.help) {
    io.print(HELP)
    return GOOD
  }
  const texts = textsFor(options.lang, process.env)
  const store = findStore(options.dir ?? ".")
  requirePlugin(store)
  const layout = new Layout(io)
  if (!options.json) {
    layout.heading(texts.t("doctor.title", { store: store.directory }))
    layout.text(texts.t("doctor.starting"))
  }
  const health = await examine(store)
  if (options.json) io.print(`${JSON.stringify({ health }, null, 2)}\n`)
  else if (options.all) printEveryCheck(health, { layout, texts })
  else printHealth(health, { layout, texts })
  return health.state === "problem" ? BROKEN : GOOD
}

async function examine(store: Store): Promise<AdminHealth> {
  const installed = checkInstallation(store.directory)
  if (installed.some(({ data }) => data.finding === "no_medusa")) {
    return healthOf(installed, new Date())
  }
  try {
    const answer = await askStore(store, { kind: "health" })
    const own = [named("start", ok("The store starts.")), named("configuration", isThere(answer))]
    const checks = answer.health?.checks ?? installed
    return healthOf([...own, ...checks], new Date())
  } catch (error) {
    if (!(error instanceof MedusaFailedError)) throw error
    return healthOf([explainFailure(error), ...installed], new Date())
  }
}

function isThere({ isRegistered }: { isRegistered: boolean }): HealthFinding {
  return isRegistered
    ? ok("PagoEfectivo is in the store's configuration.")
    : finding(
        "problem",
        "PagoEfectivo is not in the store's configuration.",
        "Run `npx medusa-payment-pagoefectivo init`, or wrap the configuration in withPagoEfectivo by hand.",
      )
}

function named(id: HealthCheckId, what: HealthFinding): AdminHealthCheck {
  return { id, provider_id: null, ...what }
}
