import Holidays from "date-holidays"
import { formatDay } from "../lima"
import { peruHolidays } from "../holidays"

const YEARS = Array.from({ length: 41 }, (_, index) => 2010 + index)

describe("Peru's holidays", () => {
  const library = new Holidays("PE")

  it.each(YEARS)("are those of the holiday library in %d", (year) => {
    const expected = library
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(0, 10))
    expect(peruHolidays(year).map(formatDay).sort()).toEqual(expected.sort())
  })

  it("move with Easter", () => {
    expect(peruHolidays(2026).map(formatDay)).toEqual(
      expect.arrayContaining(["2026-04-02", "2026-04-03"]),
    )
  })
})
