import path from "node:path"
import type { SetupLook } from "../../workflows/setup/run-setup"
import { SETUP_STEP_IDS } from "../../workflows/setup/step-ids"
import type { Texts } from "../language"
import type { Layout, Mark } from "../layout"
import { describeInsertions } from "./insertions"
import type { FilePlan } from "./plan-files"

interface Output {
  layout: Layout
  texts: Texts
}

const MARKS: Record<SetupLook["state"], Mark> = {
  done: "ok",
  missing: "todo",
  blocked: "problem",
  left: "warning",
}

/** How PagoEfectivo gets into a configuration that is left alone. */
const BY_HAND = `import { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"

module.exports = defineConfig(
  withPagoEfectivo({}, {
    // … your configuration as it is
  }),
)`

/** What is there and what would be done to files, as a diff. */
export function printFiles({ config, env }: FilePlan, { layout, texts }: Output): void {
  layout.heading(texts.t("init.files"))
  const file = path.basename(config.file)
  const { edit } = config
  if (edit.outcome === "add") {
    layout.item("todo", texts.t("init.config_add", { file }))
    describeInsertions(config.was ?? "", edit.insertions).forEach((line) => layout.verbatim(line))
  } else if (edit.outcome === "present") {
    layout.item("ok", texts.t("init.config_present", { file }))
  } else {
    const reason = texts.t(`init.unusual_${edit.reason}`)
    layout.item("problem", texts.t("init.config_unusual", { file, reason }), {
      more: texts.t("init.by_hand"),
    })
    BY_HAND.split("\n").forEach((line) => layout.verbatim(line))
  }
  if (!env) layout.item("ok", texts.t("init.env_config", { file: ".env" }))
  else printEnv(env.edit, { layout, texts })
  layout.blank()
}

function printEnv(edit: NonNullable<FilePlan["env"]>["edit"], { layout, texts }: Output): void {
  const file = ".env"
  switch (edit.outcome) {
    case "add":
      layout.item("todo", texts.t("init.env_add", { file }))
      return edit.lines.forEach((line) => layout.verbatim(`+ ${line}`))
    case "present":
      return layout.item("ok", texts.t("init.env_present", { file }))
    case "incomplete":
      return layout.item("problem", texts.t("init.env_incomplete", { file, ...edit }))
  }
}

/** What is there and what would be done in the database. */
export function printLooks(looks: readonly SetupLook[], { layout, texts }: Output): void {
  for (const look of looks) printLook(look, { layout, texts })
}

export function printMigration({ layout, texts }: Output): void {
  layout.item("todo", texts.t("init.migrate"), {
    name: texts.t("names.tables"),
    width: widthOfNames(texts),
  })
}

/** `mark` in place of that of its state: `ok`, when it has been done. */
export function printLook(look: SetupLook, { layout, texts }: Output, mark?: Mark): void {
  const width = widthOfNames(texts)
  const key = [look.data.finding, look.state]
    .map((name) => `setup.${look.id}.${name}`)
    .find((candidate) => texts.knows(candidate))
  const name = texts.t(`names.${look.id}`)
  layout.item(mark ?? MARKS[look.state], texts.t(key ?? look.id, look.data), { name, width })
}

function widthOfNames({ t }: Texts): number {
  return Math.max(...SETUP_STEP_IDS.map((id) => t(`names.${id}`).length))
}
