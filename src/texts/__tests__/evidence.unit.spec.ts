import en from "../en/evidence.json"
import es from "../es/evidence.json"
import zh from "../zh/evidence.json"

type Groups = Record<string, Record<string, string>>

const keysOf = (groups: Groups) =>
  Object.entries(groups).flatMap(([group, words]) =>
    Object.keys(words).map((name) => `${group}.${name}`),
  )

describe.each([
  ["es", es],
  ["zh", zh],
])("the evidence's own words in %s", (_, texts) => {
  it("are there for the same things as in English", () => {
    expect(keysOf(texts)).toEqual(keysOf(en))
  })
})
