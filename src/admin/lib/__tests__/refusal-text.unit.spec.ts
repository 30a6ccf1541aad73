import { exchangeRates, readTable, ReportError } from "../../../settlement"
import { parse, STANDARD_HEADER } from "../../../settlement/__tests__/support/parse"
import en from "../../i18n/json/en.json"
import { refusalText } from "../refusal-text"

async function refusal(reading: Promise<unknown>): Promise<string> {
  const error = await reading.catch((caught: unknown) => caught)
  if (!(error instanceof ReportError)) throw new Error("the file was read")
  return error.message
}

const WITHOUT_AMOUNT = STANDARD_HEADER.replace(",amount", "")

describe("why a file as a whole was refused", () => {
  it.each([
    ["empty", parse("")],
    ["empty", parse(" \n ")],
    ["not_a_table", parse("<html></html>")],
    ["not_a_table", parse("%PDF-1.7")],
    ["missing_columns", parse(`${WITHOUT_AMOUNT}\n1\n`)],
    ["missing_columns", readTable(Buffer.from("day,from,to\n"), exchangeRates)],
    ["repeated_columns", readTable(Buffer.from("day,from,to,rate,rate\n"), exchangeRates)],
    ["unknown_format", parse("a,b\n1,2\n")],
    ["too_large", parse("x".repeat(200_000))],
    ["too_large", parse(`${"x,".repeat(600)}\n`)],
    ["damaged", parse("PK\u0003\u0004 and nothing more")],
  ])("is said in the admin's language: %s", async (key, reading) => {
    expect(refusalText(await refusal(reading))).toMatchObject({ key })
    expect(en.refusal).toHaveProperty(key)
  })

  it("names the columns", async () => {
    const message = await refusal(readTable(Buffer.from("day,from\n"), exchangeRates))
    expect(refusalText(message)?.values).toEqual({ columns: "to, rate" })
  })

  it("leaves other refusals as they are", () => {
    expect(refusalText("provider_id: found 1, expected 2.")).toBeNull()
  })
})
