import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"
import { PROBLEM_CODES } from "../../voucher/format/problem-code"
import { readGuideEdits } from "../../cli/storefront/guide-edits"

const ROOT = path.resolve(__dirname, "../../..")
const LANGUAGES = ["", ".es", ".zh-CN"]

/** What the code of the guides finds in a storefront, in few words. */
const STOREFRONT_TYPES = `
declare module "@lib/config" {
  import type Medusa from "@medusajs/js-sdk"
  export const sdk: Medusa
}
declare module "@lib/constants" { export const shopLanguage: string }
declare module "@modules/common/components/ui" {
  export const Button: React.FC<React.ComponentProps<"button"> & { size?: string; isLoading?: boolean }>
}
/** As Next.js has it. */
interface RequestInit { next?: { revalidate?: number } }
declare module "next/navigation" { export function unstable_rethrow(error: unknown): void }
declare const sdk: import("@medusajs/js-sdk").default
declare const orderId: string
declare const cartId: string
declare function showProblem(message: string): void
`
const STOREFRONT_FILES: Record<string, string> = {
  "src/lib/data/cart.ts": `
    import type { HttpTypes } from "@medusajs/types"
    export declare function initiatePaymentSession(cart: HttpTypes.StoreCart, data: { provider_id: string }): Promise<unknown>
    export declare function placeOrder(): Promise<HttpTypes.StoreCompleteCartResponse>`,
  "src/modules/checkout/components/error-message.tsx": `
    export default function ErrorMessage(props: { error?: string | null; "data-testid"?: string }) {
      return <p>{props.error}</p>
    }`,
}

function read(name: string): string {
  return readFileSync(path.join(ROOT, "docs", name), "utf8")
}

function codeBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```(?:tsx?|bash|css|json|diff)\n[^]*?^```$/gm)].map(([all]) => all)
}

describe("the guide for storefronts", () => {
  it.each(["storefront", "storefront-starter"])(
    "%s has the same code in every language",
    (name) => {
      const [english, ...others] = LANGUAGES.map((suffix) =>
        codeBlocks(read(`${name}${suffix}.md`)),
      )
      expect(english!.length).toBeGreaterThan(4)
      for (const blocks of others) expect(blocks).toEqual(english)
    },
  )

  it.each(LANGUAGES)("names every code of an error (storefront%s.md)", (suffix) => {
    const named = [...read(`storefront${suffix}.md`).matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)]
    for (const code of PROBLEM_CODES) expect(named.map(([, name]) => name)).toContain(code)
  })

  it.each(LANGUAGES)("stays short (storefront%s.md)", (suffix) => {
    for (const name of ["storefront", "storefront-starter"]) {
      expect(Buffer.byteLength(read(`${name}${suffix}.md`))).toBeLessThan(15_000)
    }
  })

  it("shows code that fits the component and Medusa's client", () => {
    const folder = mkdtempSync(path.join(ROOT, "node_modules/.guide-"))
    try {
      const files = writeSources(folder)
      expect(files.length).toBeGreaterThan(4)
      expect(problemsOf(files, folder)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)
})

function append(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text, { flag: "a" })
}

/** New files of the starter's guide and the blocks of the other one, each as a file of its own. */
function writeSources(folder: string): string[] {
  const starter = readGuideEdits(read("storefront-starter.md"))
    .filter((edit) => "content" in edit)
    .map(({ file, content }): [string, string] => [file, content])
  const blocks = [...read("storefront.md").matchAll(/^```(tsx?)\n([^]*?)^```$/gm)].map(
    ([, kind = "", text = ""], index): [string, string] => [
      `block-${index}.${kind}`,
      text.includes("pagoEfectivoMessage(")
        ? `import { pagoEfectivoMessage } from "medusa-payment-pagoefectivo-storefront"\n${text}export {}\n`
        : `${text}export {}\n`,
    ],
  )
  const sources = [...starter, ...blocks, ...Object.entries(STOREFRONT_FILES)]
  return [...sources, ["types.d.ts", STOREFRONT_TYPES] as const].map(([name, text]) => {
    const file = path.join(folder, name)
    append(file, text)
    return file
  })
}

function problemsOf(files: string[], folder: string): string[] {
  const program = ts.createProgram(files, {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    // React 18 calls canary what React 19 has: forms with actions.
    types: ["node", "react/canary"],
    paths: {
      "medusa-payment-pagoefectivo-storefront": [path.join(ROOT, "src/storefront/index.ts")],
      "@lib/data/pagoefectivo": [path.join(folder, "src/lib/data/pagoefectivo.ts")],
    },
  })
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, "\n")
    return `${path.relative(folder, file?.fileName ?? "")}: ${text}`
  })
}
