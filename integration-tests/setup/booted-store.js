/** Runs before each spec file that boots a store or a database. */
const STORE_TEST_TIMEOUT_MS = 120_000

if (!process.env.DB_HOST) {
  throw new Error(
    "DB_HOST is not set: run this with `npm test -- <project>`, which starts a PostgreSQL, or point " +
      "DB_HOST, DB_PORT, DB_USERNAME and DB_PASSWORD at one.",
  )
}

jest.setTimeout(STORE_TEST_TIMEOUT_MS)
