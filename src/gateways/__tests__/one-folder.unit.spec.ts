import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { DEFAULT_GATEWAY, definitionOf, GATEWAY_IDS } from ".."

const SOURCE = path.resolve(__dirname, "../..")

/**
 * Where a gateway may be named beside its own folder: the registry; the stand-in with its API; the
 * settlement reports, which are formats and sources of their own; what the admin calls those; what the documents
 * say of its options; and migrations, which say what was there at their time.
 */
const ELSEWHERE =
  /^(gateways\/(index|registry)\.ts|sandbox\/|settlement\/|modules\/pagoefectivo\/migrations\/|option-texts\/|admin\/(i18n|lib\/quarantine-file))/

function sources(folder: string): string[] {
  return readdirSync(path.join(SOURCE, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === "__tests__" ? [] : sources(name)
    return /\.(tsx?|json)$/.test(entry.name) ? [name] : []
  })
}

/** An example in a comment binds nothing. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "")
}

describe("a gateway", () => {
  const names = GATEWAY_IDS.filter((id) => id !== DEFAULT_GATEWAY)

  it.each(names)("%s is a folder and a line in the registry: no other file names it", (id) => {
    const own = new RegExp(id.split("").join("[\\s_-]?"), "i")
    const found = sources("")
      .filter((name) => !name.startsWith(`gateways/${id}/`) && !ELSEWHERE.test(name))
      .filter((name) => own.test(withoutComments(readFileSync(path.join(SOURCE, name), "utf8"))))
    expect(found).toEqual([])
  })

  it.each(GATEWAY_IDS)("%s names each of its secrets and environment variables", (id) => {
    const { options, environment, secrets } = definitionOf(id)
    for (const name of [...Object.keys(environment), ...secrets]) {
      expect(Object.keys(options)).toContain(name)
    }
    for (const variable of Object.values(environment)) {
      expect(variable).toMatch(/^PAGOEFECTIVO_[A-Z_]+$/)
    }
  })
})
