import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PagoEfectivoProvider } from "./service"

export { PagoEfectivoProvider }

export default ModuleProvider(Modules.PAYMENT, { services: [PagoEfectivoProvider] })
