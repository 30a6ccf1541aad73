// Writes the TypeScript of the documents to .docs-blocks/, where `npm run typecheck` looks at it beside
// the sources that it imports.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { register } from "tsx/cjs/api"

/** A piece of a configuration is shown without its first lines. */
const USUAL_IMPORT = 'import { withPagoEfectivo } from "medusa-payment-pagoefectivo/config"\n'

register()
const require = createRequire(import.meta.url)
const { codeBlocks, DOCUMENTS, isForStores, ROOT } = require("../docs/documents.ts")

const folder = path.join(ROOT, ".docs-blocks")
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const document of DOCUMENTS.filter(isForStores)) {
  const blocks = codeBlocks(document).filter(({ language }) => language === "ts")
  blocks.forEach(({ code }, at) => {
    const file = `${document.name.replaceAll("/", "-")}.${at + 1}.ts`
    // Behind the code, so that the compiler's line numbers are the block's.
    const text = /^import /m.test(code) ? code : code + USUAL_IMPORT
    writeFileSync(path.join(folder, file), text)
  })
}
