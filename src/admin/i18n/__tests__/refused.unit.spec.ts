import { REFUSALS } from "../../../errors/refusals"
import { GATEWAY_ERROR_CODES } from "../../../gateways/errors"
import resources from ".."

/** Codes whose errors say their values themselves. */
const OTHERS = {
  not_found: [],
  invalid_input: ["fields"],
  busy: [],
  accounts_closed: [],
  file_too_large: ["most"],
  refund_unsure: [],
  bad_value: ["problems"],
  changed_meanwhile: [],
  closed_period: ["from", "to"],
  set_in_code: ["place"],
  ...Object.fromEntries(GATEWAY_ERROR_CODES.map((code) => [code, []])),
} as Record<string, string[]>

const CODES: [string, string[]][] = [
  ...Object.entries(OTHERS),
  ...Object.entries(REFUSALS).map(([code, { says }]): [string, string[]] => [
    code,
    [...says.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""),
  ]),
]

describe.each(["en", "es", "zhCN"] as const)("why something was refused, in %s", (language) => {
  const texts: Record<string, string> = resources[language].pagoefectivo.refused

  it.each(CODES)("%s", (code, values) => {
    const text = texts[code] ?? ""
    expect(text).toMatch(/\S/)
    const asked = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1])
    expect(values).toEqual(expect.arrayContaining(asked))
  })

  it("has no text for a code that is never given", () => {
    expect(Object.keys(texts).sort()).toEqual(CODES.map(([code]) => code).sort())
  })
})
