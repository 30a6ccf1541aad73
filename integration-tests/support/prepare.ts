/**
 * Makes ahead what the specs of a run share, while others run that need nothing of it. What is not
 * made here, the first spec that needs it makes. `admin`: the built admin, too.
 */
import { builtAdmin } from "./built-admin"
import { createTestDatabase } from "./database"

async function prepare(): Promise<void> {
  const database = await createTestDatabase()
  await database.drop()
  if (process.argv.includes("admin")) await builtAdmin()
}

prepare().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
