import type { GatewayProbe, PaymentGateway } from "../../gateways/gateway"
import { pagoEfectivo } from "../container"
import { askSeldom } from "./ask-seldom"
import type { HealthContext } from "./health-check"

const askGateway = askSeldom<PaymentGateway, GatewayProbe>()

/** The gateway's answer to a probe, at most a minute old. */
export function probeProvider({
  container,
  entry,
  ...asking
}: HealthContext): Promise<GatewayProbe> {
  const gateway = pagoEfectivo(container).gatewayFor(entry.providerId)
  return askGateway(gateway, asking, () => gateway.probe())
}
