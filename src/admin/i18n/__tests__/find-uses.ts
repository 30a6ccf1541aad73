import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

export interface Use {
  /** A key, or a pattern with `*` where the source puts a value in. */
  key: string
  /** Names of the values that are handed over; null when they can't be told from the source. */
  values: string[] | null
  where: string
}

const ADMIN = path.resolve(__dirname, "../..")

/** Every text that the admin's sources ask for. */
export function findUses(): Use[] {
  return sources().flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    )
    const found: Use[] = []
    visit(source, path.relative(ADMIN, file), found)
    return found
  })
}

function sources(): string[] {
  return readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("__tests__"))
    .map((name) => path.join(ADMIN, name))
}

function visit(node: ts.Node, where: string, found: Use[]): void {
  if (ts.isCallExpression(node) && isTranslate(node.expression)) {
    const [key, values] = node.arguments
    if (key) {
      const names = isQuestion(node.expression) ? null : namesOf(values)
      for (const text of textsOf(key)) found.push({ key: text, values: names, where })
    }
  } else if (isMenuLabel(node)) {
    found.push({ key: node.initializer.text, values: [], where })
  }
  ts.forEachChild(node, (child) => visit(child, where, found))
}

/** `t(…)`, `text.t(…)` and `knows(…)`, whose keys are put together. */
function isTranslate(called: ts.Expression): boolean {
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText()
  return name === "t" || name === "knows"
}

/** `knows` only asks whether there is such a text. */
function isQuestion(called: ts.Expression): boolean {
  return called.getText() === "knows"
}

/** The label of a route is a key, because the route names the namespace. */
function isMenuLabel(
  node: ts.Node,
): node is ts.PropertyAssignment & { initializer: ts.StringLiteral } {
  return (
    ts.isPropertyAssignment(node) &&
    node.name.getText() === "label" &&
    ts.isStringLiteral(node.initializer) &&
    node.initializer.text.startsWith("menu.")
  )
}

function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)]
  if (!ts.isTemplateExpression(node)) return []
  const pieces = node.templateSpans.map(({ literal }) => `*${literal.text}`)
  return [node.head.text + pieces.join("")]
}

function namesOf(node: ts.Expression | undefined): string[] | null {
  if (!node) return []
  if (!ts.isObjectLiteralExpression(node)) return null
  return node.properties.map((property) => property.name?.getText() ?? "")
}
