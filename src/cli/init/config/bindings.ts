import { requiredPackage, type Program, type Statement } from "./syntax"

/** A name at the top of a file that stands for something of a package. */
export interface Binding {
  local: string
  /** `*`: the whole package. */
  imported: string
  from: string
}

/** What a file takes from packages, by `import` and by `require`. */
export function bindingsOf(program: Program): Binding[] {
  return program.body.flatMap((statement) => [...imported(statement), ...required(statement)])
}

function imported(statement: Statement): Binding[] {
  if (statement.type !== "ImportDeclaration") return []
  const from = statement.source.value
  return statement.specifiers.map((specifier) => ({
    local: specifier.local.name,
    imported: specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : "*",
    from,
  }))
}

function required(statement: Statement): Binding[] {
  if (statement.type !== "VariableDeclaration") return []
  return statement.declarations.flatMap(({ id, init }) => {
    const from = requiredPackage(init)
    if (from === undefined) return []
    if (id.type === "Identifier") return { local: id.name, imported: "*", from }
    if (id.type !== "ObjectPattern") return []
    return id.properties.flatMap((property) =>
      property.type === "ObjectProperty" &&
      property.key.type === "Identifier" &&
      property.value.type === "Identifier"
        ? { local: property.value.name, imported: property.key.name, from }
        : [],
    )
  })
}

function nameOf(imported: { type: string; name?: string; value?: string }): string {
  return imported.name ?? imported.value ?? ""
}
