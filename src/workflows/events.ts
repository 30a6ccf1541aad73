import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { PagoEfectivoEvent } from "../modules/pagoefectivo"

export { PagoEfectivoEvents, type PagoEfectivoEvent } from "../modules/pagoefectivo"

/** For what follows from nothing that was written: lost with its process. The rest goes through the outbox. */
export async function emit(
  container: MedusaContainer,
  name: PagoEfectivoEvent,
  id: string,
  orderId?: string | null,
): Promise<void> {
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name, data: orderId ? { id, order_id: orderId } : { id } })
}
