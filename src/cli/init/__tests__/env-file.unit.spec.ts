import { parseEnv } from "node:util"
import { editEnv } from "../env-file"

const KEYS = `PAGOEFECTIVO_ACCESS_KEY=AKDEMOSANDBOX0000001
PAGOEFECTIVO_SECRET_KEY=SKdemoSandboxKeyNotReal0000000000000000
PAGOEFECTIVO_SERVICE_ID=1234
`
const ALL = `PAGOEFECTIVO_ENVIRONMENT=sandbox\n${KEYS}PAGOEFECTIVO_BASE_URL=http://127.0.0.1:4010/v1\n`

function added(text: string, elsewhere: NodeJS.ProcessEnv = {}): string {
  const edit = editEnv(text, elsewhere)
  if (edit.outcome !== "add") throw new Error(JSON.stringify(edit))
  expect(edit.text.startsWith(text)).toBe(true)
  expect(editEnv(edit.text, elsewhere)).toEqual({ outcome: "present" })
  return edit.text
}

describe("the sandbox's lines in .env", () => {
  it("are written into a new file, and after what a file has", () => {
    expect(parseEnv(added(""))).toEqual(parseEnv(ALL))
    expect(added("A=1")).toMatch(/^A=1\n\n# PagoEfectivo.*\nPAGOEFECTIVO_ENVIRONMENT=sandbox\n/)
    expect(added("A=1\r\n").replaceAll("\r\n", "")).not.toContain("\n")
  })

  it("are completed where the sandbox is used in part, or listens elsewhere", () => {
    expect(added(KEYS)).toContain("PAGOEFECTIVO_BASE_URL=http://127.0.0.1:4010/v1")
    const elsewhere = "PAGOEFECTIVO_BASE_URL=http://localhost:4999/v1\n"
    expect(parseEnv(added(elsewhere))).toEqual({
      ...parseEnv(ALL),
      PAGOEFECTIVO_BASE_URL: "http://localhost:4999/v1",
    })
    expect(added("PAGOEFECTIVO_ACCESS_KEY=\n")).toMatch(/\nPAGOEFECTIVO_ACCESS_KEY=AKDEMO/)
  })

  it.each([
    ["all of them", ALL, {}],
    ["keys of the merchant's own", KEYS.replace("AKDEMO", "AKOWN"), {}],
    ["the environment's", "", parseEnv(KEYS.replace("AKDEMO", "AKOWN"))],
    ["another gateway", "PAGOEFECTIVO_GATEWAY=mercadopago\n", {}],
    ["another gateway's token", "PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN=T\n", {}],
    ["production", "PAGOEFECTIVO_ENVIRONMENT=production\n", {}],
    ["a production process", "", { NODE_ENV: "production" }],
  ])("are not written where there is %s", (_, text, elsewhere) => {
    expect(editEnv(text, elsewhere)).toEqual({ outcome: "present" })
  })

  it("are never mixed with a key of the merchant's own", () => {
    expect(editEnv("PAGOEFECTIVO_ACCESS_KEY=AKown\n", {})).toEqual({
      outcome: "incomplete",
      missing: ["PAGOEFECTIVO_SECRET_KEY", "PAGOEFECTIVO_SERVICE_ID"],
    })
    const vendor = "PAGOEFECTIVO_BASE_URL=https://pre1a.services.pagoefectivo.pe/v1\n"
    expect(editEnv(vendor, {})).toMatchObject({ outcome: "incomplete" })
  })
})
