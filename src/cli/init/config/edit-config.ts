import { PACKAGE } from "../../../config/package-folder"
import { applyInsertions, type Insertion } from "../insertions"
import { bindingsOf, type Binding } from "./bindings"
import { findConfig, type Unusual } from "./find-config"
import { importInsertion } from "./import-insertion"
import { allNodes, readProgram, stringOf, type CallExpression, type Program } from "./syntax"

const WRAPPER = "withPagoEfectivo"
const ENTRY = `${PACKAGE}/config`

export type ConfigEdit =
  /** The wrapper is missing, and this adds it. */
  | { outcome: "add"; insertions: Insertion[]; text: string }
  /**
   * PagoEfectivo is there: in the wrapper, or registered by hand. `ownOptions`: the configuration
   * itself says with which keys, at least in part.
   */
  | { outcome: "present"; ownOptions: boolean }
  | { outcome: "unusual"; reason: Unusual }

/**
 * How PagoEfectivo gets into a store's configuration: `defineConfig(withPagoEfectivo({}, …))` and an
 * import. Everything else of the text stays as it is, to the letter. Adding it twice adds nothing.
 */
export function editConfig(text: string, isTypeScript: boolean): ConfigEdit {
  let program: Program
  try {
    program = readProgram(text, isTypeScript)
  } catch {
    return { outcome: "unusual", reason: "syntax" }
  }
  const bindings = bindingsOf(program)
  const present = findPresent(program, bindings)
  if (present) return present
  if (namesWrapper(program)) return { outcome: "unusual", reason: "name" }
  const found = findConfig(program, bindings)
  if ("unusual" in found) return { outcome: "unusual", reason: found.unusual }
  const { start, end } = found.argument
  const insertions = [
    importInsertion(text, program, { name: WRAPPER, from: ENTRY }),
    { at: start ?? 0, text: `${WRAPPER}({}, ` },
    { at: end ?? 0, text: ")" },
  ]
  return { outcome: "add", insertions, text: applyInsertions(text, insertions) }
}

function findPresent(program: Program, bindings: Binding[]): ConfigEdit | undefined {
  const wrappers = bindings
    .filter(({ from, imported }) => from === ENTRY && imported === WRAPPER)
    .map(({ local }) => local)
  for (const node of allNodes(program)) {
    if (!isCallOf(node, wrappers)) continue
    const [options] = node.arguments
    return { outcome: "present", ownOptions: Boolean(options) && !isEmpty(options) }
  }
  const byHand = [...allNodes(program)].some((node) => stringOf(node) === PACKAGE)
  return byHand ? { outcome: "present", ownOptions: true } : undefined
}

/** By one of its names here, or as a property of the package. */
function isCallOf(node: { type: string }, names: string[]): node is CallExpression {
  if (node.type !== "CallExpression") return false
  const { callee } = node as CallExpression
  if (callee.type === "Identifier") return names.includes(callee.name)
  if (callee.type !== "MemberExpression") return false
  return callee.property.type === "Identifier" && callee.property.name === WRAPPER
}

function isEmpty(options: CallExpression["arguments"][number] | undefined): boolean {
  return options?.type === "ObjectExpression" && options.properties.length === 0
}

function namesWrapper(program: Program): boolean {
  return [...allNodes(program)].some(
    (node) => node.type === "Identifier" && (node as { name?: string }).name === WRAPPER,
  )
}
