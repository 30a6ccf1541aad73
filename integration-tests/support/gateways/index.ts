import { DIRECT } from "./direct"
import { MERCADO_PAGO } from "./mercadopago"

/** Every gateway that the shared specs run for. */
export const GATEWAYS = [DIRECT, MERCADO_PAGO]

export { DIRECT, MERCADO_PAGO }
export type { GatewayProfile, GatewayTrouble, NoticeOnWire, SignedNotice } from "./profile"
