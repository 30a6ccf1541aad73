import { LocalSandbox } from "./local-sandbox"
import { readOptions } from "./options"
import type { Sandbox, SandboxOptions } from "./sandbox"

/**
 * Starts a local PagoEfectivo for development, demos and tests. Close it when done.
 *
 * @throws SandboxUsageError for a wrong option; Error of the system when the port can't be opened.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = new LocalSandbox(readOptions(options))
  await sandbox.start()
  return sandbox
}
