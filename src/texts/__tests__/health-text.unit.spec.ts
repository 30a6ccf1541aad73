import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { HEALTH_CHECK_IDS } from "../health-check-ids"
import { healthText } from "../health-text"
import en from "../en/health.json"
import es from "../es/health.json"
import zh from "../zh/health.json"

const CHECKS = path.resolve(__dirname, "../../workflows/health/checks")

/** Each check's id, with the findings that its source names. */
const findings = readdirSync(CHECKS).map((file) => {
  const source = readFileSync(path.join(CHECKS, file), "utf8")
  const named = [...source.matchAll(/finding: "(\w+)"|warn\(\s*"(\w+)"/g)]
  return [
    file.replace(".ts", "").replaceAll("-", "_"),
    [...new Set(named.map((match) => match[1] ?? match[2] ?? ""))],
  ] as const
})

describe.each(Object.entries({ en, es, zh }))("what health says in %s", (_, all) => {
  const texts: Record<string, Record<string, string>> = all

  it.each(findings)("%s: its title, and each finding", (id, names) => {
    expect(texts[id]?.title).toMatch(/\S/)
    expect(names.filter((name) => !texts[id]?.[`is_${name}`])).toEqual([])
  })

  it.each(HEALTH_CHECK_IDS)("%s: its title", (id) => {
    const job = /^job_(.+)$/.exec(id)?.[1]
    expect(job ? texts.job?.[`title_${job}`] : texts[id]?.title).toMatch(/\S/)
  })

  it("knows no check that is not made", () => {
    const shared = ["any", "job"]
    const ids: readonly string[] = HEALTH_CHECK_IDS
    expect(Object.keys(texts).filter((id) => !shared.includes(id) && !ids.includes(id))).toEqual([])
  })

  it.each(Object.keys(texts))("%s: says what to do about whatever is not right", (id) => {
    const keys = Object.keys(texts[id] ?? {})
    const bad = keys.filter((key) => /^is_(warning|problem|unknown)(_other)?$/.test(key))
    expect(
      bad.filter((key) => !keys.includes(key.replace("is_", "do_").replace("_other", ""))),
    ).toEqual([])
  })
})

describe("a check in a reader's language", () => {
  const texts: Record<string, string> = {
    "health.region.title": "Región",
    "health.region.is_currency": "Otra moneda en {{regions}}, {{at}}.",
    "health.any.is_unknown": "No se pudo revisar.",
  }
  const language = {
    t: (key: string, values: Record<string, string | number>) =>
      (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name])),
    knows: (key: string) => key in texts,
    format: () => "hoy",
  }
  const check = {
    id: "region",
    provider_id: null,
    state: "problem",
    message: "Another currency.",
    what_to_do: "Change it.",
    data: { finding: "currency", regions: [{ name: "Latam" }], at: "2026-10-12T04:59:59.000Z" },
  } as const

  it("says the finding with its values, and the store's English where there is no text", () => {
    expect(healthText(check, language)).toEqual({
      title: "Región",
      message: "Otra moneda en Latam, hoy.",
      todo: "Change it.",
    })
  })

  it("says that something could not be checked, whichever check it was", () => {
    const failed = { ...check, id: "inbox", state: "unknown", data: {} } as const
    expect(healthText(failed, language)).toMatchObject({
      title: "inbox",
      message: "No se pudo revisar.",
    })
  })
})
