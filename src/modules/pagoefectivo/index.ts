import "../../config/require-medusa"
import { Module } from "@medusajs/framework/utils"
import { joinerConfig } from "./joiner-config"
import { PagoEfectivoModuleService } from "./service"

/** The name under which the container knows the plugin's data. */
export const PAGOEFECTIVO_MODULE = "pagoefectivo"

const config = joinerConfig(PAGOEFECTIVO_MODULE)
Object.assign(PagoEfectivoModuleService.prototype, { __joinerConfig: () => config })

export { PagoEfectivoModuleService }
export * from "./vouchers/decisions"
export type * from "./types"

export default Module(PAGOEFECTIVO_MODULE, { service: PagoEfectivoModuleService })
