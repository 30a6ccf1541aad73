import en from "../en/exports.json"
import es from "../es/exports.json"
import { SHARED_WORDS } from "../shared-texts"
import zh from "../zh/exports.json"
import { CASE_ACTIONS, FINDING_DETAILS } from "../../reconciliation"

const LANGUAGES = [
  ["en", en],
  ["es", es],
  ["zh", zh],
] as const

function keysOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "object" ? keysOf(value as object, `${prefix}${name}.`) : [prefix + name],
  )
}

describe.each(LANGUAGES)("what an export says in %s", (language, texts) => {
  it("has the same keys as in English, in the same order, and says nothing empty", () => {
    expect(keysOf(texts)).toEqual(keysOf(en))
    expect(JSON.stringify(texts)).not.toMatch(/":\s*"\s*"/)
  })

  it("has a name for every sub-case and action", () => {
    const { case_action, case_detail } = SHARED_WORDS[language]
    const details = Object.values(FINDING_DETAILS).flat()
    expect(details.filter((detail) => !(detail in case_detail))).toEqual([])
    expect(CASE_ACTIONS.filter((action) => !(action in case_action))).toEqual([])
  })
})
