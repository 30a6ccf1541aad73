import admin from "../../admin/i18n"
import en from "../en/exports.json"
import es from "../es/exports.json"
import zh from "../zh/exports.json"
import { CASE_ACTIONS, FINDING_DETAILS } from "../../reconciliation"

const LANGUAGES = [
  ["en", en, admin.en.pagoefectivo],
  ["es", es, admin.es.pagoefectivo],
  ["zh", zh, admin.zhCN.pagoefectivo],
] as const

function keysOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "object" ? keysOf(value as object, `${prefix}${name}.`) : [prefix + name],
  )
}

describe.each(LANGUAGES)("what an export says in %s", (_language, texts, inAdmin) => {
  it("has the same keys as in English, in the same order, and says nothing empty", () => {
    expect(keysOf(texts)).toEqual(keysOf(en))
    expect(JSON.stringify(texts)).not.toMatch(/":\s*"\s*"/)
  })

  it("uses the admin's own words where the admin has them", () => {
    const shared = Object.keys(texts).filter((group) => group in inAdmin)
    expect(shared.length).toBeGreaterThan(10)
    for (const group of shared) {
      expect({ [group]: texts[group as keyof typeof texts] }).toEqual({
        [group]: inAdmin[group as keyof typeof inAdmin],
      })
    }
  })

  it("has a name for every sub-case and action", () => {
    const details = Object.values(FINDING_DETAILS).flat()
    expect(details.filter((detail) => !(detail in texts.case_detail))).toEqual([])
    expect(CASE_ACTIONS.filter((action) => !(action in texts.case_action))).toEqual([])
  })
})
