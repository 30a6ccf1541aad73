import type { MedusaContainer } from "@medusajs/framework/types"
import { PAGOEFECTIVO_MODULE, type PagoEfectivoModuleService } from "../../modules/pagoefectivo"
import { loadHealth } from "../../workflows/health/load-health"
import { findPublishableKeys } from "../../workflows/setup/find-publishable-keys"
import { lookAtSetup, runSetup } from "../../workflows/setup/run-setup"
import {
  REQUEST_VARIABLE,
  type StoreAnswer,
  type StoreMessage,
  type StoreRequest,
} from "./messages"

/** What `medusa exec` runs inside the store for the commands `init` and `doctor`. */
export default async function inside({ container }: { container: MedusaContainer }): Promise<void> {
  const request = JSON.parse(process.env[REQUEST_VARIABLE] ?? "null") as StoreRequest | null
  if (!request) {
    throw new TypeError(
      "This file belongs to `npx medusa-payment-pagoefectivo init` and `… doctor`. Run one of them.",
    )
  }
  if (request.kind === "apply") {
    await runSetup(container, request.wishes, (look) => tell({ type: "done", look }))
  }
  await tell({ type: "answer", answer: await describe(container, request) })
}

async function describe(container: MedusaContainer, request: StoreRequest): Promise<StoreAnswer> {
  const service = container.resolve<PagoEfectivoModuleService | undefined>(PAGOEFECTIVO_MODULE, {
    allowUnregistered: true,
  })
  const [entry] = service?.options.entries ?? []
  const { usable } = await findPublishableKeys(container)
  const forHealth = request.kind === "health"
  return {
    isRegistered: service !== undefined,
    pendingMigrations: (await service?.pendingMigrations()) ?? [],
    health: service && forHealth ? await loadHealth(container, { refresh: true }) : null,
    looks: forHealth ? [] : await lookAtSetup(container, request.wishes),
    hook: entry?.noticeAddress ?? null,
    publishableKey: usable[0]?.token ?? null,
  }
}

/** Resolves when it is on its way: the process ends right after the last message. */
function tell(message: StoreMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) return resolve()
    process.send(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })
}
