import { createSandbox } from "../../src/sandbox"
import type { Addresses } from "./addresses"
import { LOOPBACK } from "./ports"
import type { Shutdown } from "./shutdown"

export type Gateway = Awaited<ReturnType<typeof createSandbox>>

/** The local PagoEfectivo, which sends its notices to the demo's store. */
export async function startGateway(addresses: Addresses, shutdown: Shutdown): Promise<Gateway> {
  const gateway = await createSandbox({
    port: addresses.sandboxPort,
    host: LOOPBACK,
    webhookUrl: addresses.webhookUrl,
  })
  shutdown.add("The sandbox", () => gateway.close())
  return gateway
}
