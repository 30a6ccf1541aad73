import i18next from "i18next"
import { optionRows } from "../../../config/option-rows"
import { RIGHTS } from "../../../api/admin/pagoefectivo/permissions"
import { CASE_ACTIONS } from "../../../reconciliation/case-actions"
import { KEPT_REASONS, TIMELINE_KINDS } from "../../../modules/pagoefectivo/vouchers/timeline"
import { FINDING_DETAILS, RECONCILIATION_REASONS } from "../../../reconciliation/reasons"
import { CHECKOUT_PROBLEMS } from "../../../reconciliation/checkout-problems"
import {
  AGAINST_CODES,
  ALIKE_CODES,
  RULE_OUTCOMES,
  WHY_CODES,
} from "../../../reconciliation/why-codes"
import { FILE_REASONS, ROW_REASONS } from "../../../settlement/reasons"
import resources from ".."
import { findUses, type Use } from "./find-uses"

type Texts = { [name: string]: string | Texts }

function flat(texts: Texts, prefix = ""): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "string"
      ? [[prefix + name, value] as const]
      : [...flat(value, `${prefix}${name}.`)],
  )
  return new Map(entries)
}

const LANGUAGES = ["en", "es", "zhCN"] as const
type Language = (typeof LANGUAGES)[number]
const texts = Object.fromEntries(
  LANGUAGES.map((language) => [language, flat(resources[language].pagoefectivo)]),
) as Record<Language, Map<string, string>>

/** Put together from what the store answers, in `lib/event-text.ts` and by health's `health-text.ts`. */
const COMPOSED = [
  "events.*",
  "closing_reason.*",
  "kept_reason.*",
  "health.*",
  "quarantine_expected.*",
  "quarantine_found.*",
]

const uses = findUses()

function pattern(key: string): RegExp {
  const escaped = key.split("*").map((piece) => piece.replace(/[.]/g, "\\."))
  return new RegExp(`^${escaped.join("[a-zA-Z0-9_]+")}$`)
}

function keysOf(use: Use): string[] {
  const wanted = pattern(use.key)
  return [...texts.en]
    .filter(([key, text]) => wanted.test(key) || wanted.test(baseOf(key, text)))
    .map(([key]) => key)
}

const PLURAL = /_(one|two|few|many|other)$/

/** The form of a text that a number takes, such as `other`; null for a text without several. */
function formOf(key: string, text: string): string | null {
  return text.includes("{{count}}") ? (PLURAL.exec(key)?.[1] ?? null) : null
}

/** A text's name without the form that a number takes. */
function baseOf(key: string, text: string): string {
  return formOf(key, text) ? key.replace(PLURAL, "") : key
}

/** Each text's forms: none for most, and for those with a number what the language needs. */
function formsOf(language: Language): Map<string, string[]> {
  const forms = new Map<string, string[]>()
  for (const [key, text] of texts[language]) {
    const base = baseOf(key, text)
    const form = formOf(key, text)
    forms.set(base, [...(forms.get(base) ?? []), ...(form ? [form] : [])])
  }
  return forms
}

/** As i18next asks for them. */
function pluralsOf(language: Language): string[] {
  const { pluralCategories } = new Intl.PluralRules(language.slice(0, 2)).resolvedOptions()
  return [...pluralCategories].sort()
}

/** The text that stands for all of its forms. */
function textOf(language: Language, base: string): string {
  return texts[language].get(base) ?? texts[language].get(`${base}_other`) ?? ""
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap((match) => match[1] ?? []).sort()
}

describe("the admin's texts", () => {
  it("has uses to compare with", () => {
    expect(uses.length).toBeGreaterThan(200)
  })

  it("are there for every key that the sources ask for", () => {
    const missing = uses.filter((use) => keysOf(use).length === 0 && !use.key.startsWith("health."))
    expect(missing).toEqual([])
  })

  it("are all used", () => {
    const composed = COMPOSED.map((key) => new RegExp(`^${key.replace("*", "")}`))
    const used = new Set(uses.flatMap(keysOf))
    const unused = [...texts.en.keys()].filter(
      (key) => !used.has(key) && !composed.some((one) => one.test(key)),
    )
    expect(unused).toEqual([])
  })

  it.each(["es", "zhCN"] as const)("has the same keys in %s", (language) => {
    expect([...formsOf(language).keys()]).toEqual([...formsOf("en").keys()])
  })

  it.each(LANGUAGES)("has each form that a number takes in %s, of the same texts", (language) => {
    const counting = [...formsOf("en")].filter(([, forms]) => forms.length > 0)
    const wanted = counting.map(([base]) => [base, pluralsOf(language)])
    const found = [...formsOf(language)].filter(([, forms]) => forms.length > 0)
    expect(found.map(([base, forms]) => [base, [...forms].sort()])).toEqual(wanted)
  })

  it.each(["es", "zhCN"] as const)("puts the same values in, in %s", (language) => {
    const differing = [...texts[language]].filter(
      ([key, text]) =>
        String(placeholders(text)) !== String(placeholders(textOf("en", baseOf(key, text)))),
    )
    expect(differing).toEqual([])
  })

  it("gets the values that it puts in", () => {
    const missing = uses.flatMap((use) =>
      keysOf(use).flatMap((key) =>
        placeholders(texts.en.get(key) ?? "")
          .filter((name) => use.values !== null && !use.values.includes(name))
          .map((name) => `${use.where}: ${key} needs ${name}`),
      ),
    )
    expect(missing).toEqual([])
  })

  it.each(LANGUAGES)("says nothing empty in %s", (language) => {
    expect([...texts[language]].filter(([, text]) => text.trim() === "")).toEqual([])
  })

  it("counts in Chinese, for which i18next finds no rule under the dashboard's name for it", async () => {
    const i18n = i18next.createInstance()
    await i18n.init({ lng: "zhCN", fallbackLng: "en", resources, ns: ["pagoefectivo"] })
    const counting = [...formsOf("zhCN")].filter(([, forms]) => forms.length > 0)
    const wrong = counting.filter(([base]) => {
      const said = i18n.t(base, { ns: "pagoefectivo", count: 3, skipInterpolation: true })
      return said !== texts.zhCN.get(`${base}_other`)
    })
    expect(wrong).toEqual([])
  })

  it("is really translated into Chinese", () => {
    const same = [...texts.zhCN].filter(([key, text]) => text === texts.en.get(key))
    expect(same.map(([key]) => key)).toEqual(["menu.root", "timeline.by", "actors.gateway"])
  })
})

describe.each(LANGUAGES)("what a case says in %s", (language) => {
  it.each(RECONCILIATION_REASONS)("%s: what it is, why, and what to do", (reason) => {
    for (const group of ["reason_title", "reason_text", "reason_todo"]) {
      expect(texts[language].get(`${group}.${reason}`)).toMatch(/\S/)
    }
  })

  it("has a text for each sub-case", () => {
    const details = [...new Set(Object.values(FINDING_DETAILS).flat())]
    expect(details.filter((detail) => !texts[language].has(`case_detail.${detail}`))).toEqual([])
  })

  it.each(CASE_ACTIONS)("%s: its name and what it does", (action) => {
    expect(texts[language].get(`case_action.${action}`)).toMatch(/\S/)
    expect(texts[language].get(`case_action_text.${action}`)).toMatch(/\S/)
  })
})

describe.each(LANGUAGES)("a setting's name in %s", (language) => {
  const paths = optionRows()
    .map(({ path }) => path.replace(/^(settlement\.fees)\..*/, "$1"))
    .filter((path) => !path.includes("["))

  it.each([...new Set(paths)])("%s", (path) => {
    expect(texts[language].get(`settings.name.${path.replaceAll(".", "_")}`)).toMatch(/\S/)
  })
})

describe.each(LANGUAGES)("what a role may lack, in %s", (language) => {
  it("has a name for each right that a route asks for, and none for another", () => {
    const named = [...texts[language].keys()].filter((key) => key.startsWith("right_name."))
    expect(named.map((key) => key.slice("right_name.".length)).sort()).toEqual(
      RIGHTS.map((right) => right.replace(":", "_")).sort(),
    )
  })
})

describe.each(LANGUAGES)("why there is a case, in %s", (language) => {
  it.each([
    ...WHY_CODES.map((code) => `why.${code}`),
    ...RULE_OUTCOMES.map((code) => `rule_outcome.${code}`),
    ...ALIKE_CODES.map((code) => `alike.${code}`),
    ...AGAINST_CODES.map((code) => `against.${code}`),
  ])("%s", (key) => {
    expect(texts[language].get(key) ?? texts[language].get(`${key}_other`)).toMatch(/\S/)
  })
})

describe.each(LANGUAGES)("a voucher's timeline in %s", (language) => {
  it("has a text for each kind of line, and none for another", () => {
    const told = [...texts[language].keys()].filter((key) => key.startsWith("events."))
    expect(told.map((key) => key.slice("events.".length)).sort()).toEqual(
      [...TIMELINE_KINDS].sort(),
    )
  })
})

describe.each(LANGUAGES)("why an order was kept, in %s", (language) => {
  it.each(KEPT_REASONS)("%s", (reason) => {
    expect(texts[language].get(`kept_reason.${reason}`)).toMatch(/\S/)
  })
})

describe.each(LANGUAGES)("why no order could be placed, in %s", (language) => {
  it.each(Object.keys(CHECKOUT_PROBLEMS))("%s", (code) => {
    expect(texts[language].get(`field_value.${code}`)).toMatch(/\S/)
  })
})

describe.each(LANGUAGES)("why a file was not taken, in %s", (language) => {
  it.each(Object.entries(FILE_REASONS))("%s", (code, { found, expected }) => {
    const text = texts[language].get(`refusal.${code}`) ?? ""
    expect(text).toMatch(/\S/)
    const known = [...`${found} ${expected}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(known).toEqual(expect.arrayContaining(placeholders(text)))
  })
})

describe.each(LANGUAGES)("why a row was set aside, in %s", (language) => {
  it.each(Object.entries(ROW_REASONS))(
    "%s",
    (code, sentences: { found?: string; expected: string }) => {
      const known = Object.values(sentences).flatMap((sentence) =>
        [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
      )
      for (const [side, sentence] of Object.entries(sentences)) {
        const text = texts[language].get(`quarantine_${side}.${code}`) ?? ""
        expect(`${sentence}: ${text}`).toMatch(/: \S/)
        expect(known).toEqual(expect.arrayContaining(placeholders(text)))
      }
    },
  )
})
