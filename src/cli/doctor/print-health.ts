import type { AdminHealth, AdminHealthCheck, HealthState } from "../../http-types"
import { healthText } from "../../workflows/health/health-text"
import type { Texts } from "../language"
import type { Layout } from "../layout"

const WORST_LAST: HealthState[] = ["ok", "unknown", "warning", "problem"]

/** One line for what is right; the worst stands last, where a terminal's reader looks. */
export function printHealth(
  { state, checks }: AdminHealth,
  { layout, texts }: { layout: Layout; texts: Texts },
): void {
  const several = new Set(checks.flatMap(({ provider_id }) => provider_id ?? [])).size > 1
  const rows = [...checks]
    .sort((one, other) => WORST_LAST.indexOf(one.state) - WORST_LAST.indexOf(other.state))
    .map((check) => ({ check, ...textOf(check, texts, several) }))
  const width = Math.max(...rows.map(({ title }) => title.length))
  for (const { check, title, message, todo } of rows) {
    const more = todo ? `${texts.t("doctor.todo")} ${todo}` : ""
    layout.item(check.state, message, { name: title, width, more })
  }
  const count = checks.filter((check) => check.state === state).length
  layout.blank()
  layout.text(texts.t(`doctor.overall_${state}`, { count }))
}

function textOf(check: AdminHealthCheck, { t, knows, moment }: Texts, several: boolean) {
  const text = healthText(check, { t, knows, format: moment })
  const provider = several && check.provider_id ? ` (${check.provider_id.split("_").at(-1)})` : ""
  return { ...text, title: text.title + provider }
}
