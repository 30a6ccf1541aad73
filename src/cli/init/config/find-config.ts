import type { Binding } from "./bindings"
import {
  allNodes,
  unwrapped,
  type CallExpression,
  type Expression,
  type Program,
  type Statement,
} from "./syntax"

/** Why a configuration is left alone. */
export type Unusual =
  /** It can't be read as JavaScript or TypeScript. */
  | "syntax"
  /** Nothing, or more than one thing, is exported. */
  | "export"
  /** What is exported is not `defineConfig(…)`. */
  | "define_config"
  /** `defineConfig` gets something that can't be wrapped. */
  | "argument"
  /** `withPagoEfectivo` is taken already, and means something else or is not used. */
  | "name"

type Found = { argument: Expression } | { unusual: Unusual }

/** The configuration that a file gives to Medusa: what stands between the brackets of `defineConfig`. */
export function findConfig(program: Program, bindings: Binding[]): Found {
  const exported = program.body.flatMap(exportedBy)
  const [only] = exported
  if (!only || exported.length > 1) return { unusual: "export" }
  const call = resolve(only, program)
  if (call?.type !== "CallExpression" || !isDefineConfig(call, bindings)) {
    return { unusual: "define_config" }
  }
  const [argument] = call.arguments
  if (!argument || call.arguments.length > 1 || !canBeWrapped(argument)) {
    return { unusual: "argument" }
  }
  return { argument }
}

/** `export default …`, `export = …`, `module.exports = …` and `exports.default = …`. */
function exportedBy(statement: Statement): Expression[] {
  if (statement.type === "ExportDefaultDeclaration") {
    const { declaration } = statement
    return isDeclaration(declaration.type) ? [] : [declaration as Expression]
  }
  if (statement.type === "TSExportAssignment") return [statement.expression]
  if (statement.type !== "ExpressionStatement") return []
  const { expression } = statement
  if (expression.type !== "AssignmentExpression" || expression.operator !== "=") return []
  return isExports(expression.left as Expression) ? [expression.right] : []
}

function isDeclaration(type: string): boolean {
  return /Declaration$/.test(type)
}

function isExports(target: Expression): boolean {
  if (target.type !== "MemberExpression" || target.computed) return false
  const path = [target.object, target.property].map((part) =>
    part.type === "Identifier" ? part.name : "",
  )
  return path.join(".") === "module.exports" || path.join(".") === "exports.default"
}

/** Behind a name, what it was given once and for all. */
function resolve(expression: Expression, program: Program): Expression | undefined {
  const bare = unwrapped(expression)
  if (bare.type !== "Identifier") return bare
  const given = program.body.flatMap((statement) =>
    statement.type === "VariableDeclaration"
      ? statement.declarations.filter(({ id }) => id.type === "Identifier" && id.name === bare.name)
      : [],
  )
  const [only] = given
  if (given.length !== 1 || !only?.init || isReassigned(bare.name, program)) return undefined
  return unwrapped(only.init)
}

function isReassigned(name: string, program: Program): boolean {
  for (const node of allNodes(program)) {
    const { left } = node as { left?: { type?: string; name?: string } }
    if (node.type === "AssignmentExpression" && left?.name === name) return true
  }
  return false
}

function isDefineConfig({ callee }: CallExpression, bindings: Binding[]): boolean {
  const fromMedusa = bindings.filter(({ from }) => from.startsWith("@medusajs/"))
  if (callee.type === "Identifier") {
    return fromMedusa.some(
      ({ local, imported }) => local === callee.name && imported === "defineConfig",
    )
  }
  if (callee.type !== "MemberExpression" || callee.computed) return false
  const { object, property } = callee
  return (
    property.type === "Identifier" &&
    property.name === "defineConfig" &&
    object.type === "Identifier" &&
    fromMedusa.some(({ local, imported }) => local === object.name && imported === "*")
  )
}

const UNWRAPPABLE = new Set([
  "SpreadElement",
  "ArgumentPlaceholder",
  "ArrowFunctionExpression",
  "FunctionExpression",
])

function canBeWrapped(argument: CallExpression["arguments"][number]): argument is Expression {
  return !UNWRAPPABLE.has(argument.type)
}
