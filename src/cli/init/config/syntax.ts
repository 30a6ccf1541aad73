import { parse } from "@babel/parser"

export type Program = ReturnType<typeof parse>["program"]
export type Statement = Program["body"][number]
export type Expression = Extract<Statement, { type: "ExpressionStatement" }>["expression"]
export type CallExpression = Extract<Expression, { type: "CallExpression" }>

/** Any node of the tree, for those who look at all of them. */
export interface Node {
  type: string
  start?: number | null
  end?: number | null
}

/** @throws SyntaxError where the text can't be read. */
export function readProgram(text: string, isTypeScript: boolean): Program {
  return parse(text, {
    sourceType: "unambiguous",
    allowReturnOutsideFunction: true,
    plugins: isTypeScript ? ["typescript", "decorators-legacy"] : ["decorators-legacy"],
  }).program
}

/** Every node, parents before what is in them. */
export function* allNodes(root: object): Generator<Node> {
  if (isNode(root)) yield root
  for (const child of Object.values(root)) {
    if (typeof child === "object" && child !== null) yield* allNodes(child as object)
  }
}

function isNode(value: object): value is Node {
  return "type" in value && typeof value.type === "string"
}

/** An expression without what TypeScript puts around it: `as`, `satisfies`, `!`. */
export function unwrapped(expression: Expression): Expression {
  switch (expression.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TypeCastExpression":
    case "ParenthesizedExpression":
      return unwrapped(expression.expression)
    default:
      return expression
  }
}

/** The text of a string literal; undefined for everything else. */
export function stringOf(node: Node | null | undefined): string | undefined {
  return node?.type === "StringLiteral" ? (node as { value?: string }).value : undefined
}

/** The package of a `require("…")`. */
export function requiredPackage(expression: Expression | null | undefined): string | undefined {
  if (expression?.type !== "CallExpression" || expression.callee.type !== "Identifier") return
  return expression.callee.name === "require" ? stringOf(expression.arguments[0]) : undefined
}
