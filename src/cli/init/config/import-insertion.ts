import type { Insertion } from "../insertions"
import { requiredPackage, type Program, type Statement } from "./syntax"

/** The line that brings in a name, after the file's other imports and written like them. */
export function importInsertion(
  text: string,
  program: Program,
  wanted: { name: string; from: string },
): Insertion {
  const newline = text.includes("\r\n") ? "\r\n" : "\n"
  const isModule = program.body.some(isModuleSyntax)
  const last = program.body.filter(isModule ? isImport : isRequire).at(-1)
  const model = last ? text.slice(last.start ?? 0, last.end ?? 0) : undefined
  const line = lineOf(wanted, isModule, model)
  if (last) return { at: endOfLine(text, last.end ?? 0), text: newline + line }
  return { at: program.body[0]?.start ?? 0, text: `${line}${newline}${newline}` }
}

function lineOf(
  { name, from }: { name: string; from: string },
  isModule: boolean,
  model: string | undefined,
): string {
  const quote = model && !model.includes('"') ? "'" : '"'
  const end = model === undefined || model.endsWith(";") ? ";" : ""
  const source = `${quote}${from}${quote}`
  return isModule
    ? `import { ${name} } from ${source}${end}`
    : `const { ${name} } = require(${source})${end}`
}

function isModuleSyntax({ type }: Statement): boolean {
  return type === "ImportDeclaration" || type.startsWith("Export")
}

function isImport({ type }: Statement): boolean {
  return type === "ImportDeclaration"
}

function isRequire(statement: Statement): boolean {
  return (
    statement.type === "VariableDeclaration" &&
    statement.declarations.some(({ init }) => requiredPackage(init) !== undefined)
  )
}

/** Behind a comment on the same line, but not behind another statement. */
function endOfLine(text: string, from: number): number {
  const rest = /^[^\S\r\n]*(\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*)?(?=\r?\n|$)/.exec(
    text.slice(from),
  )
  return from + (rest?.[0].length ?? 0)
}
