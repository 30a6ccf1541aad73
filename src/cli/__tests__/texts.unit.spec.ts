import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { SETUP_STEP_IDS } from "../../workflows/setup/step-ids"
import { textsFor, textsIn } from "../language"
import en from "../texts/en.json"
import es from "../texts/es.json"
import zh from "../texts/zh.json"
import { UsageError } from "../usage-error"

const CLI = path.resolve(__dirname, "..")
const STEPS = path.resolve(CLI, "../workflows/setup/steps")

function keysOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === "string" ? [prefix + name] : keysOf(value as object, `${prefix}${name}.`),
  )
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].flatMap((match) => match[1] ?? []).sort()
}

const sources = readdirSync(CLI, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.includes("__tests__"))
  .map((name) => readFileSync(path.join(CLI, name), "utf8"))
  .join("\n")

describe("the commands' texts", () => {
  it.each(Object.entries({ es, zh }))(
    "are the same ones in %s, with the same values",
    (_, other) => {
      const language = other === es ? textsIn("es") : textsIn("zh")
      expect(keysOf(other)).toEqual(keysOf(en))
      for (const key of keysOf(en)) {
        expect([key, placeholders(language.t(key))]).toEqual([
          key,
          placeholders(textsIn("en").t(key)),
        ])
      }
    },
  )

  it.each([
    ["en", 1, "1 order waits for its payment"],
    ["en", 3, "3 orders wait for their payment"],
    ["es", 1, "1 pedido espera su pago"],
    ["es", 1_000_000, "1000000 de pedidos esperan su pago"],
    ["zh", 1, "1 个订单在等待付款"],
  ] as const)("take the number's form in %s: %s", (language, count, start) => {
    const { t, knows } = textsIn(language)
    const key = "health.orders_without_code.is_warning"
    expect(t(key, { count })).toMatch(new RegExp(`^${start}`))
    expect([knows(key, { count }), knows(key)]).toEqual([true, false])
  })

  it("are there for every key that is asked for, and asked for", () => {
    const asked = [
      ...sources.matchAll(/["`]((?:init|storefront|doctor|names)\.[\w.${}]+)["`]/g),
    ].map(
      (match) =>
        new RegExp(
          `^${(match[1] ?? "").replaceAll(/\$\{[^}]*\}/g, "\\w+").replaceAll(".", "\\.")}$`,
        ),
    )
    const known = keysOf(en)
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((key) => !known.some((one) => key.test(one)))).toEqual([])
    const unused = known.filter(
      (one) => !one.startsWith("setup.") && !asked.some((key) => key.test(one)),
    )
    expect(unused).toEqual([])
  })

  it.each(SETUP_STEP_IDS)("say what is found, and what would be done, of %s", (id) => {
    const source = readFileSync(path.join(STEPS, `${id.replaceAll("_", "-")}.ts`), "utf8")
    const { knows, t } = textsIn("en")
    const findings = [...source.matchAll(/finding: "(\w+)"|finding: \w+ \? "(\w+)" : "(\w+)"/g)]
      .flatMap((match) => match.slice(1))
      .filter(Boolean)
    expect(findings.filter((finding) => !knows(`setup.${id}.${finding}`))).toEqual([])
    expect(knows(`setup.${id}.done`)).toBe(true)
    expect(t(`names.${id}`)).not.toBe(`names.${id}`)
  })
})

describe("the language", () => {
  it.each([
    ["es", {}, "Listo."],
    [undefined, { LANG: "es_PE.UTF-8" }, "Listo."],
    [undefined, { LANG: "es_PE.UTF-8", LC_ALL: "zh_CN.UTF-8" }, "完成。"],
    ["en", { LANG: "es_PE.UTF-8" }, "Done."],
    [undefined, { LANG: "C" }, "Done."],
    [undefined, {}, "Done."],
  ])("is the one asked for, or the terminal's: %s %j", (wanted, env, text) => {
    expect(textsFor(wanted, env).t("init.done")).toBe(text)
  })

  it("is refused by name where it is not there", () => {
    expect(() => textsFor("toString", {})).toThrow(UsageError)
  })

  it("reads times as Lima does", () => {
    expect(textsIn("es").moment("2026-10-12T04:59:59.000Z")).toContain("11 oct 2026")
  })
})
