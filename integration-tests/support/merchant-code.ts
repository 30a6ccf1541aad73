/**
 * What a merchant adds to a store, for the spec of the public workflows: a handler of the plugin's
 * hook, and a subscriber that notes the plugin's events in a file.
 */
import { appendFileSync } from "node:fs"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { closeVoucherWorkflow, PagoEfectivoEvents } from "../../src/workflows"

closeVoucherWorkflow.hooks.beforeOrderCanceled(
  async ({ order_id, cancels_order }, { container }) => {
    if (!cancels_order || !order_id) return
    const order = await container.resolve(Modules.ORDER).retrieveOrder(order_id)
    if (order.metadata?.keep) throw new Error("The shop keeps this order for now")
  },
)

export function noteEvents(container: MedusaContainer, file: string): void {
  const bus = container.resolve(Modules.EVENT_BUS)
  for (const event of Object.values(PagoEfectivoEvents)) {
    bus.subscribe(event, async ({ name, data }) => {
      appendFileSync(file, `${JSON.stringify({ name, data })}\n`)
    })
  }
}
