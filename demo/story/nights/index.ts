import type { DemoGateway } from "../../launcher/flags"
import { directNight } from "./direct"
import { mercadoPagoNight } from "./mercadopago"
import type { NightScript } from "./script"

export const NIGHTS: Record<DemoGateway, NightScript> = {
  direct: directNight,
  mercadopago: mercadoPagoNight,
}
