import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { resolveOptions, type OptionsInput } from "../../src/config"
import { runCli } from "../../src/cli/run-cli"
import { MERCADOPAGO_SANDBOX_KEYS, SANDBOX_KEYS } from "../../src/sandbox"
import { optionRows } from "../../src/config/option-rows"
import { codeBlocks, DOCUMENTS, isForStores, ROOT, type CodeBlock } from "../documents"

const {
  name: PACKAGE,
  scripts,
  bin,
} = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as {
  name: string
  scripts: Record<string, string>
  bin: Record<string, string>
}

/** Both can be added. */
const PACKAGES = [PACKAGE, `${PACKAGE}-storefront`]

const BLOCKS = DOCUMENTS.filter(isForStores).flatMap(codeBlocks)

function blocksOf(...languages: string[]): CodeBlock[] {
  return BLOCKS.filter(({ language }) => languages.includes(language))
}

/** What every store has beside the plugin's options. */
const OTHER_VARIABLES = ["PUBLISHABLE_KEY", "TOKEN", "DATABASE_URL", "MEDUSA_BACKEND_URL"]
const VARIABLES = [
  ...OTHER_VARIABLES,
  ...optionRows().flatMap(({ environment }) => environment ?? []),
]

it("every call of withPagoEfectivo has options with which a store starts", () => {
  const calls = blocksOf("ts").filter(({ code }) => code.includes("withPagoEfectivo("))
  expect(calls.length).toBeGreaterThan(10)
  for (const { document, code } of calls) {
    expect(() => [document, resolveOptions(optionsIn(code), ENVIRONMENT)]).not.toThrow()
  }
})

it("every variable in the documents is an option's", () => {
  const named = blocksOf("bash", "sh", "").flatMap(({ document, code }) =>
    [...code.matchAll(/^(?:export )?([A-Z][A-Z0-9_]+)=/gm)].map(([, name = ""]) => [
      document,
      name,
    ]),
  )
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter(([, name = ""]) => !VARIABLES.includes(name))).toEqual([])
})

it("every command in the documents is there", async () => {
  const help: string[] = []
  const io = { print: (text: string) => help.push(text), complain: () => {} }
  await runCli(["--help"], io as never)
  const lines = blocksOf("bash", "sh").flatMap(({ document, code }) =>
    code.split("\n").map((line) => [document, line.replace(/\s*#.*$/, "").trim()] as const),
  )
  const unknown = lines.filter(([, line]) => !isKnown(line, help.join("\n")))
  expect(unknown).toEqual([])
})

it("scripts in the documents are modules that Node can read", () => {
  for (const { code } of blocksOf("js")) {
    expect(
      () => new Function(`return async () => {${code.replace(/^import .*$/gm, "")}\n}`),
    ).not.toThrow()
  }
})

const ENVIRONMENT = {
  PAGOEFECTIVO_ACCESS_KEY: SANDBOX_KEYS.accessKey,
  PAGOEFECTIVO_SECRET_KEY: SANDBOX_KEYS.secretKey,
  PAGOEFECTIVO_SERVICE_ID: String(SANDBOX_KEYS.serviceId),
  PAGOEFECTIVO_MERCADOPAGO_ACCESS_TOKEN: MERCADOPAGO_SANDBOX_KEYS.accessToken,
  PAGOEFECTIVO_MERCADOPAGO_WEBHOOK_SECRET: MERCADOPAGO_SANDBOX_KEYS.webhookSecret,
  PORTAL_SFTP_PASSWORD: "only-for-this-test",
  PORTAL_SFTP_FINGERPRINT: `SHA256:${"A".repeat(43)}`,
}

/** Runs a configuration and catches what it hands to `withPagoEfectivo`. */
function optionsIn(code: string): OptionsInput {
  const script = code
    .replace(/^import .*$/gm, "")
    .replace(/^loadEnv.*$/gm, "")
    .replace(/(\w|\))!(?=[,\s)])/g, "$1")
  const caught: OptionsInput[] = []
  const withPagoEfectivo = (options: OptionsInput) => caught.push(options)
  new Function("withPagoEfectivo", "defineConfig", "process", "module", script)(
    withPagoEfectivo,
    () => ({}),
    { env: ENVIRONMENT },
    {},
  )
  return caught[0] ?? {}
}

/** A line of a shell block: blank, a setting, the rest of the line before, or a command that exists. */
function isKnown(line: string, help: string): boolean {
  const [program = "", ...args] = line.replace(/^(?:[A-Z_]+=\S+ )+/, "").split(/\s+/)
  if (line === "" || /^(?:[A-Z_]+=|-[A-Z] )/.test(line)) return true
  if (program === "curl") return true
  if (program === "node") return args[0] !== undefined && /\.m?js$/.test(args[0])
  if (["npx", "pnpm", "yarn"].includes(program)) return isExecutable(program, args, help)
  return program === "npm" && isNpmCall(args)
}

function isExecutable(runner: string, args: string[], help: string): boolean {
  const [first, second = ""] = args.filter(
    (arg) => !["exec", "--filter", "@dtc/storefront"].includes(arg),
  )
  if (runner !== "npx" && first === "add") return PACKAGES.includes(second)
  if (runner !== "npx" && ["dev", "install"].includes(first ?? "")) return true
  if (first === "medusa")
    return ["db:migrate", "develop", "start", "build", "user"].includes(second)
  return first !== undefined && first in bin && new RegExp(`^  ${second} `, "m").test(help)
}

function isNpmCall([verb = "", ...rest]: string[]): boolean {
  const [first = ""] = rest.filter((arg) => !arg.startsWith("-"))
  if (verb === "install") return rest.length === 0 || PACKAGES.includes(first)
  if (verb === "run") return first === "dev" || Object.hasOwn(scripts, first)
  return Object.hasOwn(scripts, verb) && existsSync(path.join(ROOT, "scripts"))
}
