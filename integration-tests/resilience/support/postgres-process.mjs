// A PostgreSQL of a test's own, in a process of its own because the launcher is an ES module.
// Restarts when told to over IPC; ends when its parent does.
import { startEmbeddedPostgres } from "../../../scripts/embedded-postgres.mjs"

// A crash of the server alone loses nothing that was committed, as in production.
const server = await startEmbeddedPostgres({ settings: { synchronous_commit: "on" } })
process.on("disconnect", () => server.stop().finally(() => process.exit(0)))
process.on("message", async ({ restart }) => {
  await server.restart(restart)
  process.send({ restarted: true })
})
const { host, port, user, password } = server
process.send({ host, port, user, password })
