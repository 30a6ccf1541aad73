import { pagoEfectivo } from "../../container"
import { loadLastNight } from "../../reconciliation/run-night"
import { finding, ok, type CheckHealth } from "../health-check"

/** Whether the night's reports could be fetched and read. */
export const sources: CheckHealth = async ({ container }) => {
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
    const error = night.sources[failed[0] ?? ""]?.error ?? null
    return finding(
      "warning",
      `Reports could not be fetched from ${failed.join(", ")}: ${error}`,
      "Check the source's address and access in settlement.sources. It is tried again the next night.",
      { ...data, sources: failed, error, finding: "failed" },
    )
  }
  const unreadable = ids.flatMap((id) => night.sources[id]?.failed ?? [])
  if (unreadable.length > 0) {
    const files = unreadable.map(({ file, error }) => `${file} (${error})`)
    return finding(
      "warning",
      `Files could not be read as reports: ${files.join(", ")}`,
      "Look into the file, and name its format in settlement.sources if it is not one of the usual ones.",
      { ...data, files, finding: "unreadable" },
    )
  }
  return ok(`Reports were fetched from ${ids.join(", ")} at ${night.startedAt}.`, data)
}
