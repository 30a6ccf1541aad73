import resources from "../../admin/i18n"
import en from "../en/evidence.json"
import es from "../es/evidence.json"
import zh from "../zh/evidence.json"

type Groups = Record<string, Record<string, string>>

const LANGUAGES: [string, Groups, Groups][] = [
  ["en", en, resources.en.pagoefectivo as unknown as Groups],
  ["es", es, resources.es.pagoefectivo as unknown as Groups],
  ["zh", zh, resources.zhCN.pagoefectivo as unknown as Groups],
]

const OWN = new Set(["evidence", "order_status"])

describe.each(LANGUAGES)("the evidence's words in %s", (_, texts, admin) => {
  it.each(Object.keys(en).filter((group) => !OWN.has(group)))("are the admin's: %s", (group) => {
    expect(texts[group]).toEqual(admin[group])
  })

  it("are there for the same things", () => {
    const keys = (groups: Groups) =>
      Object.entries(groups).flatMap(([group, words]) =>
        Object.keys(words).map((name) => `${group}.${name}`),
      )
    expect(keys(texts)).toEqual(keys(en))
  })
})
