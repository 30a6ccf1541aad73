import resources from "../../i18n"
import { quarantineText } from "../quarantine-text"

const TEXTS = resources.en.pagoefectivo as unknown as Record<string, Record<string, string>>

function textOf(key: string): string | undefined {
  const [group = "", name = ""] = key.split(".")
  return TEXTS[group]?.[name]
}

/** The English texts, with values put in as the admin's translation does. */
const english = {
  knows: (key: string) => textOf(key) !== undefined,
  t: (key: string, values: Record<string, string | number> = {}) =>
    (textOf(key) ?? "").replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name])),
}

type Row = Parameters<typeof quarantineText>[0]

const told = (row: Row) => [
  quarantineText(row, "found", english),
  quarantineText(row, "expected", english),
]

/** As a store answers it; its own sentences tell which of them are shown. */
function row(reason: Row["reason"], found = "found by the store"): Row {
  return { found, expected: "expected by the store", reason }
}

describe("why a row was set aside, in the admin's language", () => {
  it("shows what stands in the file as it is", () => {
    const values = { found: "12 cells", characters: 200 }
    expect(told(row({ code: "not_printable", values }, "12 cells"))).toEqual([
      "12 cells",
      "at most 200 printable characters",
    ])
  })

  it("says in words that a cell is blank", () => {
    expect(told(row({ code: "no_currency", values: { found: "", example: "PEN" } }))).toEqual([
      "nothing",
      "a currency code of three letters, for example PEN",
    ])
  })

  it("says what is wrong with a whole row", () => {
    const values = { payout: "PO 1", currency: "PEN", lines: "2, 3" }
    expect(told(row({ code: "payout_repeated", values }))).toEqual([
      "PO 1 in PEN, on rows 2, 3",
      "only once",
    ])
  })

  it("keeps the store's own words for a row from before there were codes", () => {
    expect(told(row(null))).toEqual(["found by the store", "expected by the store"])
  })

  it("keeps them for a code that it does not know yet", () => {
    const reason = { code: "from_tomorrow", values: {} } as unknown as Row["reason"]
    expect(told(row(reason))).toEqual(["found by the store", "expected by the store"])
  })
})
