import type { GatewayProbe, PaymentGateway } from "../../gateways/gateway"
import { pagoEfectivo } from "../container"
import type { HealthContext } from "./health-check"
import { HEALTH_LIMITS as LIMITS } from "./limits"

interface Known {
  at: number
  answer: Promise<GatewayProbe>
  /** When the gateway was asked lately, in milliseconds. */
  asked: number[]
}

const known = new WeakMap<PaymentGateway, Known>()

/** The gateway's answer to a probe, at most a minute old; bounded also when people ask anew. */
export function probeGateway({
  container,
  entry,
  now,
  refresh,
}: HealthContext): Promise<GatewayProbe> {
  const gateway = pagoEfectivo(container).gatewayFor(entry.providerId)
  const last = known.get(gateway)
  const time = now.getTime()
  const asked = (last?.asked ?? []).filter((moment) => time - moment < 60_000)
  const fresh = last && time - last.at < LIMITS.probeCacheSeconds * 1000
  const mayAsk = asked.length < LIMITS.maxProbesPerMinute
  if (last && (!mayAsk || (fresh && (!refresh || time === last.at)))) return last.answer
  const answer = gateway.probe()
  known.set(gateway, { at: time, answer, asked: [...asked, time] })
  return answer
}
