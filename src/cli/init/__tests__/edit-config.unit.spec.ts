import fc from "fast-check"
import { editConfig } from "../config/edit-config"
import { describeInsertions } from "../insertions"

/** As the official starter has it. */
const STARTER = `import { loadEnv, defineConfig } from '@medusajs/framework/utils'

loadEnv(process.env.NODE_ENV || 'development', process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS!, // the shop
      jwtSecret: process.env.JWT_SECRET || "supersecret",
    }
  }
})
`

function added(text: string, isTypeScript = true): string {
  const edit = editConfig(text, isTypeScript)
  if (edit.outcome !== "add") throw new Error(JSON.stringify(edit))
  expect(editConfig(edit.text, isTypeScript)).toEqual({ outcome: "present", ownOptions: false })
  return edit.text
}

const importing = (config: string) =>
  `import { defineConfig } from "@medusajs/framework/utils"\n${config}\n`
const imported = (config: string) =>
  `import { defineConfig } from "@medusajs/framework/utils"\nimport { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"\n${config}\n`

describe("adding PagoEfectivo to a configuration", () => {
  it("changes two lines of the starter's and adds one, and nothing else", () => {
    const edit = editConfig(STARTER, true)
    if (edit.outcome !== "add") throw new Error(edit.outcome)
    expect(edit.text).toBe(
      STARTER.replace(
        "utils'\n",
        "utils'\nimport { withPagoEfectivo } from 'medusa-payment-pagoefectivo/config'\n",
      )
        .replace("defineConfig({\n", "defineConfig(withPagoEfectivo({}, {\n")
        .replace("  }\n})\n", "  }\n}))\n"),
    )
    expect(describeInsertions(STARTER, edit.insertions)).toEqual([
      "  import { loadEnv, defineConfig } from '@medusajs/framework/utils'",
      "+ import { withPagoEfectivo } from 'medusa-payment-pagoefectivo/config'",
      "  ",
      "- module.exports = defineConfig({",
      "+ module.exports = defineConfig(withPagoEfectivo({}, {",
      "    }",
      "- })",
      "+ }))",
    ])
  })

  it.each([
    ["export default", "export default defineConfig({})"],
    ["a variable that is exported", "const config = defineConfig({})\nexport default config"],
    ["a variable with a type", "const config = defineConfig({}) as any\nmodule.exports = config!"],
    ["export =", "export = defineConfig({})"],
    ["exports.default", "exports.default = defineConfig({})"],
  ])("finds it behind %s", (_, config) => {
    expect(added(importing(config))).toBe(
      imported(config.replace("defineConfig({})", "defineConfig(withPagoEfectivo({}, {}))")),
    )
  })

  it.each([
    "own",
    "{ modules: [{ resolve: './src/modules/a' }] }",
    "{ modules: { payment: { resolve: '@medusajs/medusa/payment' } } }",
    "{ ...base, plugins }",
    "makeConfig(1, 2)",
    "withOther({ a: 1 })",
    "isLive ? a : b",
    "{ a: 1 } as any",
    "{ a: 1 } satisfies object",
    "await load()",
  ])("wraps whatever defineConfig gets: %s", (argument) => {
    expect(added(importing(`export default defineConfig(${argument})`))).toBe(
      imported(`export default defineConfig(withPagoEfectivo({}, ${argument}))`),
    )
  })

  it("writes CommonJS as such, and follows the file's quotes and semicolons", () => {
    const text = `"use strict";\nconst { defineConfig: define } = require('@medusajs/framework/utils'); // Medusa\nmodule.exports = define({});\n`
    expect(added(text, false)).toBe(
      text
        .replace(
          "// Medusa\n",
          "// Medusa\nconst { withPagoEfectivo } = require('medusa-payment-pagoefectivo/config');\n",
        )
        .replace("define({})", "define(withPagoEfectivo({}, {}))"),
    )
  })

  it("finds defineConfig in a package that was taken whole", () => {
    const text = `const utils = require("@medusajs/framework/utils")\nmodule.exports = utils.defineConfig({})\n`
    expect(added(text, false)).toContain("utils.defineConfig(withPagoEfectivo({}, {}))")
  })

  it("keeps line ends, a byte order mark and a trailing comma", () => {
    const text = `\uFEFFimport { defineConfig } from "@medusajs/framework/utils";\r\n\r\nexport default defineConfig({\r\n},)\r\n`
    const result = added(text)
    expect(result).toContain(`config";\r\n\r\nexport default`)
    expect(result.replaceAll("\r\n", "")).not.toContain("\n")
    expect(result).toContain("{\r\n}),)")
  })

  it("puts the import behind another statement of the same line", () => {
    expect(
      added(
        `import { defineConfig } from "@medusajs/framework/utils"; go()\nexport default defineConfig({})`,
      ),
    ).toContain(
      `utils";\nimport { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"; go()`,
    )
  })
})

describe("a configuration that has PagoEfectivo", () => {
  it.each([
    [imported("export default defineConfig(withPagoEfectivo({}, {}))"), false],
    [imported("export default defineConfig(withPagoEfectivo())"), false],
    [imported("export default defineConfig(withPagoEfectivo({ accessKey: 'AK' }, {}))"), true],
    [imported("export default defineConfig(withPagoEfectivo(options, {}))"), true],
    [imported("const c = withPagoEfectivo({}, {})\nexport default c"), false],
    [
      importing(
        "export default defineConfig({ plugins: [{ resolve: 'medusa-payment-pagoefectivo' }] })",
      ),
      true,
    ],
    [
      `const pe = require("medusa-payment-pagoefectivo/config")\nmodule.exports = pe.withPagoEfectivo({}, {})`,
      false,
    ],
  ])("stays as it is: %s", (text, ownOptions) => {
    expect(editConfig(text, true)).toEqual({ outcome: "present", ownOptions })
  })
})

describe("an unusual configuration", () => {
  it.each([
    ["syntax", "export default defineConfig({"],
    ["export", importing("defineConfig({})")],
    ["export", importing("export default defineConfig({})\nmodule.exports = defineConfig({})")],
    ["export", importing("export default function config() {}")],
    ["define_config", "module.exports = { projectConfig: {} }"],
    ["define_config", "const defineConfig = (c) => c\nmodule.exports = defineConfig({})"],
    ["define_config", importing("export default async () => defineConfig({})")],
    ["define_config", importing("let c = defineConfig({})\nc = {}\nexport default c")],
    ["define_config", importing("export default merge(defineConfig({}), more)")],
    ["argument", importing("export default defineConfig()")],
    ["argument", importing("export default defineConfig(...all)")],
    ["argument", importing("export default defineConfig(() => ({}))")],
    ["name", imported("export default defineConfig({})")],
    ["name", importing("const withPagoEfectivo = 1\nexport default defineConfig({})")],
  ])("is left alone because of its %s: %s", (reason, text) => {
    expect(editConfig(text, true)).toEqual({ outcome: "unusual", reason })
  })

  it("is never spoilt: what is not added is not touched, and what is added only grows", () => {
    const piece = fc.constantFrom(
      ...STARTER.split(/(?<=[\s(){},])/),
      "export default ",
      "withPagoEfectivo(",
      "// note\n",
      "`",
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, inFront) => {
        const text = inFront ? pieces.join("") + STARTER : STARTER + pieces.join("")
        const edit = editConfig(text, true)
        if (edit.outcome !== "add") return
        const without = edit.insertions
          .map(({ text: part }) => part)
          .reduce((rest, part) => rest.replace(part, ""), edit.text)
        expect(without).toHaveLength(text.length)
        expect(editConfig(edit.text, true).outcome).toBe("present")
      }),
    )
  })
})
