/** Creates or updates the tables of Medusa and of the plugin, and ends. */
import migrate from "@medusajs/medusa/commands/db/migrate"

// Migration scripts carry old stores' data over; a demo's store is never older than its code.
void migrate({
  directory: process.cwd(),
  skipLinks: false,
  skipScripts: true,
  skipSearch: true,
  executeAllLinks: false,
  executeSafeLinks: true,
  executeAllSearch: false,
  executeSafeSearch: false,
  concurrency: undefined,
  allOrNothing: false,
})
