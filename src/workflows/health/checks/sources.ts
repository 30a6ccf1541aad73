import { pagoEfectivo } from "../../container"
import type { SourceNight } from "../../reconciliation/night"
import { loadLastNight } from "../../reconciliation/run-night"
import { silentSources } from "../../reconciliation/silent-sources"
import { finding, ok, type CheckHealth } from "../health-check"

/** Whether the night's reports could be fetched and read. */
export const sources: CheckHealth = async ({ container, now }) => {
  const configured = pagoEfectivo(container).options.settlement.sources
  const ids = configured.map(({ id }) => id)
  if (ids.length === 0) {
    return ok("No source of settlement reports is set: they are uploaded by hand.", {
      sources: ids,
      finding: "none",
    })
  }
  const night = await loadLastNight(container)
  if (!night) return ok(`Not fetched yet: ${ids.join(", ")}.`, { sources: ids, finding: "not_yet" })
  const data = { sources: ids, at: night.startedAt }
  const failed = ids.filter((id) => night.sources[id]?.error)
  if (failed.length > 0) {
    const { error = null, code = null } = night.sources[failed[0] ?? ""] ?? {}
    return finding(
      "warning",
      `Reports could not be fetched from ${failed.join(", ")}: ${error}`,
      "Check the source's address and access in settlement.sources. It is tried again the next night.",
      { ...data, sources: failed, error: { code, error }, finding: "failed" },
    )
  }
  const left = ids.flatMap((id) => filesLeft(night.sources[id]))
  if (left.length > 0) {
    const files = left.map(({ name, error }) => (error ? `${name} (${error})` : name))
    return finding(
      "warning",
      `Files that were not taken: ${files.join(", ")}`,
      "What can't be read stays aside until it changes or is read again; the rest is tried again each night. Look into the files, and name their format in settlement.sources if it is not one of the usual ones.",
      { ...data, files: left, finding: "left" },
    )
  }
  const silent = await silentSources(container, night, now)
  if (silent.length > 0) {
    const names = silent.map(({ source }) => source)
    const days = Math.max(...silent.map((one) => one.days))
    return finding(
      "warning",
      `No report for ${days} days from ${names.join(", ")}.`,
      "Ask whoever makes the reports, and look whether path, pattern or address are still right.",
      { ...data, sources: names, days, finding: "silent" },
    )
  }
  return ok(`Reports were fetched from ${ids.join(", ")} at ${night.startedAt}.`, data)
}

/** Those of the last night, and those that earlier nights gave up. */
function filesLeft(night: SourceNight | undefined) {
  const failed = (night?.failed ?? []).map(({ file, error, code, reason }) => ({
    name: file,
    error,
    code,
    reason,
  }))
  const givenUp = (night?.givenUp ?? []).map((name) => ({ name, error: "" }))
  return [...failed, ...givenUp]
}
