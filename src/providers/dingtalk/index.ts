import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { DingTalkNotificationService } from "./service"

export { signedAddress } from "./sign"
export type { DingTalkOptions } from "./service"

export default ModuleProvider(Modules.NOTIFICATION, { services: [DingTalkNotificationService] })
