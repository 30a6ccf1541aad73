import type { AdminHealth, AdminHealthCheck, HealthState } from "../../http-types"
import { healthText } from "../../texts/health-text"
import type { Texts } from "../language"
import type { Layout } from "../layout"
import { GROUP_NAMES, groupOf } from "./groups"

const MOST_NAMES = 3

interface Output {
  layout: Layout
  texts: Texts
}

interface Row {
  check: AdminHealthCheck
  title: string
  message: string
  todo: string | null
}

const WORST_LAST: HealthState[] = ["ok", "unknown", "warning", "problem"]

/**
 * What is right by group, in a line or two, and what is not in full; the worst stands last, where a
 * terminal's reader looks.
 */
export function printHealth(health: AdminHealth, output: Output): void {
  const { layout, texts } = output
  const rows = rowsOf(health, texts)
  printRight(
    rows.filter(({ check }) => check.state === "ok"),
    output,
  )
  for (const alike of together(rows.filter(({ check }) => check.state !== "ok"))) {
    const [row] = alike
    const text = texts.t("doctor.item", { title: titleOf(alike, texts), message: row.message })
    layout.item(row.check.state, text, { more: moreOf(row, texts) })
  }
  printOverall(health, output)
}

/** Every check with its sentence. */
export function printEveryCheck(health: AdminHealth, output: Output): void {
  const { layout, texts } = output
  const rows = rowsOf(health, texts)
  const width = Math.max(...rows.map(({ title }) => title.length))
  for (const row of rows) {
    const { check, title, message } = row
    layout.item(check.state, message, { name: title, width, more: moreOf(row, texts) })
  }
  printOverall(health, output)
}

function printRight(rows: Row[], { layout, texts }: Output): void {
  const names = GROUP_NAMES.map((group) => texts.t(`doctor.group_${group}`))
  const width = Math.max(...names.map((name) => name.length))
  for (const [index, group] of GROUP_NAMES.entries()) {
    const titles = rows.filter(({ check }) => groupOf(check.id) === group).map(({ title }) => title)
    if (titles.length === 0) continue
    layout.item("ok", titles.join(texts.t("doctor.and")), { name: names[index], width })
  }
}

type Alike = [Row, ...Row[]]

/** Jobs that have not run yet all say the same, and need be told of once. */
function together(rows: Row[]): Alike[] {
  const told = new Map<string, Alike>()
  for (const row of rows) {
    const key = JSON.stringify([row.check.state, row.message, row.todo])
    const same = told.get(key)
    if (same) same.push(row)
    else told.set(key, [row])
  }
  return [...told.values()]
}

/** More names than a line holds are given as their group's, with their number. */
function titleOf(alike: Alike, { t }: Texts): string {
  const group = groupOf(alike[0].check.id)
  if (group && alike.length > MOST_NAMES) return `${t(`doctor.group_${group}`)} (${alike.length})`
  return alike.map(({ title }) => title).join(t("doctor.and"))
}

function printOverall({ state, checks }: AdminHealth, { layout, texts }: Output): void {
  const count = checks.filter((check) => check.state === state).length
  layout.blank()
  layout.text(texts.t(`doctor.overall_${state}`, { count }))
}

function moreOf({ todo }: Row, texts: Texts): string {
  return todo ? `${texts.t("doctor.todo")} ${todo}` : ""
}

function rowsOf({ checks }: AdminHealth, texts: Texts): Row[] {
  const several = new Set(checks.flatMap(({ provider_id }) => provider_id ?? [])).size > 1
  return [...checks]
    .sort((one, other) => WORST_LAST.indexOf(one.state) - WORST_LAST.indexOf(other.state))
    .map((check) => ({ check, ...textOf(check, texts, several) }))
}

function textOf(check: AdminHealthCheck, { t, knows, moment }: Texts, several: boolean) {
  const text = healthText(check, { t, knows, format: moment })
  const provider = several && check.provider_id ? ` (${check.provider_id.split("_").at(-1)})` : ""
  return { ...text, title: text.title + provider }
}
