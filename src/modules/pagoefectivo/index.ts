import { Module } from "@medusajs/framework/utils"
import { PagoEfectivoModuleService } from "./service"

/** The name under which the container knows the plugin's data. */
export const PAGOEFECTIVO_MODULE = "pagoefectivo"

export { PagoEfectivoModuleService }
export type * from "./types"

export default Module(PAGOEFECTIVO_MODULE, { service: PagoEfectivoModuleService })
