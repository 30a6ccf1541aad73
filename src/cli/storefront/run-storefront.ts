import path from "node:path"
import { PACKAGE } from "../../config/package-folder"
import { agree, type Conversation } from "../agree"
import type { CliIo } from "../cli-io"
import { textsFor } from "../language"
import { Layout, type Mark } from "../layout"
import { FileChangedError, readText } from "../init/replace-file"
import { parseOptions } from "../parse-options"
import {
  findStorefront,
  planStorefront,
  writeStorefront,
  type PlannedFile,
} from "./plan-storefront"

const HELP = `Usage: medusa-payment-pagoefectivo storefront [options]

Does to the storefront of Medusa's Next.js starter what docs/storefront-starter.md says: shows the files,
asks, and edits them. A file that is not as in the starter is left alone. Running it again changes nothing.

Options:
  --yes, -y          Does it without asking
  --dir <folder>     The storefront's folder (default: this one, ../storefront or apps/storefront)
  --lang <en|es|zh>  Language (default: the terminal's)
  --help             Shows this text

Ends with 0 when all is done, 1 when something is left to do, and 2 when there is no such storefront.
`

const STOREFRONT_PACKAGE = `${PACKAGE}-storefront`

const DONE = 0
const LEFT = 1

const MARKS: Record<PlannedFile["edit"]["outcome"], Mark> = {
  present: "ok",
  add: "todo",
  unusual: "problem",
}

/** @throws UsageError for wrong arguments, or where there is no storefront. */
export async function runStorefront(args: string[], io: CliIo): Promise<number> {
  const options = parseOptions(args, {
    yes: { type: "boolean", short: "y" },
    dir: { type: "string" },
    lang: { type: "string" },
    help: { type: "boolean", short: "h" },
  })
  if (options.help) {
    io.print(HELP)
    return DONE
  }
  const texts = textsFor(options.lang, process.env)
  const folder = findStorefront(options.dir)
  const talk = { io, layout: new Layout(io), texts, isAgreed: Boolean(options.yes) }
  talk.layout.heading(texts.t("storefront.title", { folder }))
  const files = planStorefront(folder)
  printPlan(files, talk)
  if (files.some(({ edit }) => edit.outcome === "add")) {
    if (!(await agree(talk)) || !write(files, talk)) return LEFT
  }
  if (files.some(({ edit }) => edit.outcome === "unusual")) {
    talk.layout.text(texts.t("storefront.open"))
    return LEFT
  }
  talk.layout.text(texts.t("storefront.done"))
  printNextSteps(folder, talk)
  return DONE
}

function printPlan(files: readonly PlannedFile[], { layout, texts }: Conversation): void {
  for (const { edit, name, was } of files) {
    const isNew = edit.outcome === "add" && was === null
    const text = texts.t(isNew ? "storefront.new" : `storefront.${edit.outcome}`, { file: name })
    layout.item(MARKS[edit.outcome], text)
  }
  layout.blank()
}

function write(files: readonly PlannedFile[], { layout, texts }: Conversation): boolean {
  try {
    writeStorefront(files)
    return true
  } catch (error) {
    if (!(error instanceof FileChangedError)) throw error
    layout.item("problem", texts.t("init.changed", { file: path.basename(error.file) }))
    return false
  }
}

/** What an edit of files can't do: the package, and what stands in the environment. */
function printNextSteps(folder: string, { layout, texts }: Conversation): void {
  const manifest = readText(path.join(folder, "package.json")) ?? ""
  layout.blank()
  layout.heading(texts.t("init.next"))
  if (!manifest.includes(`"${STOREFRONT_PACKAGE}"`)) {
    layout.text(texts.t("storefront.next_package", { package: STOREFRONT_PACKAGE, folder }), 2)
  }
  layout.text(texts.t("storefront.next_environment"), 2)
  layout.toCopy("NEXT_PUBLIC_DEFAULT_REGION=pe", 5)
  layout.toCopy("NEXT_PUBLIC_SHOP_LANGUAGE=es", 5)
}
