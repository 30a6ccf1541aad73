import { readdirSync } from "node:fs"
import path from "node:path"
import type { SqlConnection } from "./connection"

/** The plugin's migrations that this database has not had yet, oldest first. */
export async function pendingMigrations(sql: SqlConnection): Promise<string[]> {
  const names = readdirSync(path.join(__dirname, "../migrations")).flatMap(
    (file) => /^(Migration\d+)\.[jt]s$/.exec(file)?.[1] ?? [],
  )
  const rows = await sql("mikro_orm_migrations").whereIn("name", names).select<{ name: string }[]>()
  const done = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !done.has(name)).sort()
}
