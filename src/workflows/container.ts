import type { MedusaContainer } from "@medusajs/framework/types"
import { PAGOEFECTIVO_MODULE, type PagoEfectivoModuleService } from "../modules/pagoefectivo"

export function pagoEfectivo(container: MedusaContainer): PagoEfectivoModuleService {
  return container.resolve<PagoEfectivoModuleService>(PAGOEFECTIVO_MODULE)
}
