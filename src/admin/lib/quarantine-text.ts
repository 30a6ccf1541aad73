import type { AdminRowProblem } from "../../http-types"

interface Texts {
  t: (key: string, values?: Record<string, string | number>) => string
  knows: (key: string) => boolean
}

/**
 * What a row's cell should have said, or says, in the admin's language. A row from before there were
 * codes, or with one that has no text, is shown in the store's own words; so is what stands in a cell.
 */
export function quarantineText(
  row: Pick<AdminRowProblem, "found" | "expected" | "reason">,
  side: "expected" | "found",
  { t, knows }: Texts,
): string {
  if (!row.reason) return row[side]
  const { code, values } = row.reason
  const key = `quarantine_${side}.${code}`
  if (knows(key)) return t(key, values)
  return side === "found" && values.found === "" ? t("quarantine.nothing") : row[side]
}
