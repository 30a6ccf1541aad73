import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { RecordedIo } from "../../__tests__/support/recorded-io"
import { runCli } from "../../run-cli"
import { readGuideEdits } from "../guide-edits"

const GUIDE = path.resolve(__dirname, "../../../../docs/storefront-starter.md")
const MONEY = "src/lib/util/money.ts"
const BUTTON = "src/modules/checkout/components/pagoefectivo-button/index.tsx"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "storefront-"))
  write("package.json", "{}")
  // A storefront of nothing but what the guide looks for.
  for (const edit of readGuideEdits(readFileSync(GUIDE, "utf8"))) {
    if ("find" in edit) write(edit.file, `${edit.find}\n`)
  }
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text, { flag: "a" })
}

const read = (file: string) => readFileSync(path.join(folder, file), "utf8")

/** Every file with its text. */
function everything(): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return Object.fromEntries(
    files.filter((name) => /\.\w+$/.test(name)).map((name) => [name, read(name)]),
  )
}

async function storefront(answers: string[], ...args: string[]) {
  const io = new RecordedIo(answers)
  const code = await runCli(["storefront", "--dir", folder, "--lang", "en", ...args], io)
  return { code, printed: io.printed.replaceAll(/\s+/g, " ") }
}

it("does what the guide says, and nothing the second time", async () => {
  const { code, printed } = await storefront(["y"])

  expect(code).toBe(0)
  expect(printed).toContain(`+ ${MONEY}: edit`)
  expect(printed).toContain("Add medusa-payment-pagoefectivo-storefront to")
  expect(printed).toContain("NEXT_PUBLIC_SHOP_LANGUAGE=es")
  expect(read(MONEY)).toContain(`=== "pen" ? "es-PE" : "en-US"`)
  expect(read(BUTTON)).toMatch(/^"use client"/)
  const done = everything()
  const again = await storefront([])
  expect(again.code).toBe(0)
  expect(again.printed).toContain(`✓ ${MONEY}: done`)
  expect(everything()).toEqual(done)
})

it.each([
  ["nobody can be asked", []],
  ["the answer is no", ["n"]],
])("writes nothing where %s", async (_, answers) => {
  const before = everything()

  expect((await storefront(answers)).code).toBe(1)
  expect(everything()).toEqual(before)
})

it("leaves alone what is not as in the starter, as a whole, and does the rest", async () => {
  const own = "export const convertToLocale = () => 'mine'\n"
  writeFileSync(path.join(folder, MONEY), own)
  write(BUTTON, "mine")

  const { code, printed } = await storefront([], "--yes")

  expect(code).toBe(1)
  expect(printed).toContain(`✗ ${MONEY}: left alone, it is not as in the starter`)
  expect(printed).toContain("docs/storefront-starter.md shows their edits")
  expect([read(MONEY), read(BUTTON)]).toEqual([own, "mine"])
  expect(read("src/lib/constants.tsx")).toContain("isPagoEfectivo")
})

it("takes whole lines only, so that others that end alike are no edit done already", async () => {
  write("src/lib/data/cart.ts", "      return cartRes\n")

  expect((await storefront([], "--yes")).code).toBe(0)
  expect(read("src/lib/data/cart.ts")).toBe("  return cartRes\n\n      return cartRes\n")
})

it.each([
  ["twice", `  locale = "en-US",\n`],
  ["twice, one below the other", `  locale = "en-US",\n  locale = "en-US",\n`],
])("leaves a file alone where lines are found %s", async (_, text) => {
  write(MONEY, text)

  expect((await storefront([], "--yes")).printed).toContain(`✗ ${MONEY}`)
})

it("keeps the line endings of Windows", async () => {
  writeFileSync(path.join(folder, MONEY), read(MONEY).replaceAll("\n", "\r\n"))

  expect((await storefront([], "--yes")).code).toBe(0)
  expect(read(MONEY).replaceAll("\r\n", "")).not.toContain("\n")
  expect(read(MONEY)).toContain("es-PE")
})
