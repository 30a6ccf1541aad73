import { checkInstallation } from "../../workflows/health/check-installation"
import type { CliIo } from "../cli-io"
import { printHealth } from "../doctor/print-health"
import { healthOf } from "../../workflows/health/health-check"
import { textsFor } from "../language"
import { Layout } from "../layout"
import { parseOptions } from "../parse-options"
import { findStore, requirePlugin, type Store } from "../store/find-store"
import { Initialisation } from "./initialisation"
import { readWishes } from "./wishes"

const HELP = `Usage: medusa-payment-pagoefectivo init [options]

Prepares the Medusa store in this folder to sell to Peru with PagoEfectivo. It looks first, shows what it
would do, asks, and does only what is missing: the wrapper in medusa-config, the local sandbox's lines in
.env, tables, currency, region, delivery, prices and the shop's key. Running it again changes nothing.

Options:
  --yes, -y           Does it without asking
  --rate <number>     Soles for one unit of the store's own currency: prices what has no price in soles.
                      For another currency: usd=3.75
  --shipping <price>  Price of the shipping option that is made (default 15.00 soles)
  --dir <folder>      The store's folder (default: this one, or the only store of the workspace)
  --lang <en|es|zh>   Language (default: the terminal's)
  --help              Shows this text

Ends with 0 when all is done, 1 when something is left to do, and 2 when it could not begin: it was called
wrongly, or there is no store here with the plugin installed.
`

const DONE = 0
const LEFT = 1

/** @throws UsageError for wrong arguments, or where there is no store with the plugin installed. */
export async function runInit(args: string[], io: CliIo): Promise<number> {
  const options = parseOptions(args, {
    yes: { type: "boolean", short: "y" },
    rate: { type: "string" },
    shipping: { type: "string" },
    dir: { type: "string" },
    lang: { type: "string" },
    help: { type: "boolean", short: "h" },
  })
  if (options.help) {
    io.print(HELP)
    return DONE
  }
  const texts = textsFor(options.lang, process.env)
  const wishes = readWishes(options)
  const store = findStore(options.dir ?? ".")
  requirePlugin(store)
  const layout = new Layout(io)
  layout.heading(texts.t("init.title", { store: store.directory }))
  layout.blank()
  const broken = brokenInstallation(store)
  if (broken.length > 0) {
    printHealth(healthOf(broken, new Date()), { layout, texts })
    return LEFT
  }
  const work = new Initialisation(store, wishes, {
    io,
    layout,
    texts,
    isAgreed: Boolean(options.yes),
  })
  return (await work.run()) ? DONE : LEFT
}

/** What makes every further step futile. */
function brokenInstallation({ directory }: Store) {
  return checkInstallation(directory).filter(({ state }) => state === "problem")
}
