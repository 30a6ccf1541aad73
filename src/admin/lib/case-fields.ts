import type { AdminCase } from "../../http-types"
import { difference } from "./money"

export interface ComparedField {
  name: string
  expected: string | null
  actual: string | null
  differs: boolean
  /** What there is more (or less) than expected, when both are amounts. */
  difference: string | null
}

/** The two sides of a case field by field, first those that both sides have. */
export function compareFields(item: Pick<AdminCase, "expected" | "actual">) {
  const { expected } = item
  // A problem has a text for its code in every language; the sentence beside it is English.
  const { problem_code: problem = item.actual.problem, ...others } = item.actual
  const actual: AdminCase["actual"] = { ...others, ...(problem !== undefined && { problem }) }
  const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
  const fields = names.map((name) => compare(name, text(expected[name]), text(actual[name])))
  const isShared = (field: ComparedField) => field.expected !== null && field.actual !== null
  return [...fields.filter(isShared), ...fields.filter((field) => !isShared(field))]
}

function compare(name: string, expected: string | null, actual: string | null): ComparedField {
  const differs = expected !== null && actual !== null && expected !== actual
  return {
    name,
    expected,
    actual,
    differs,
    difference: differs ? difference(expected, actual) : null,
  }
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
