import { pagoEfectivo } from "../../container"
import { finding, ok, type CheckHealth, type HealthContext } from "../health-check"
import { HEALTH_LIMITS as LIMITS } from "../limits"
import { probeProvider } from "../probe-gateway"

export const credentials: CheckHealth = async (context) => {
  const { credentials: answer, problem } = await probeProvider(context)
  const answered = { code: problem?.code ?? null, answer: problem?.message ?? null }
  switch (answer) {
    case "accepted":
      return problem === null
        ? ok("PagoEfectivo accepts the store's keys.")
        : finding(
            "problem",
            "The store's keys are accepted, but their account can't sell through PagoEfectivo.",
            "Ask your contract's support to activate PagoEfectivo for this account.",
            { ...answered, finding: "not_offered" },
          )
    case "refused":
      return finding(
        "problem",
        "PagoEfectivo refuses the store's keys: no payment codes can be issued.",
        "Compare accessKey, secretKey and serviceId with those in PagoEfectivo's portal, and environment and baseUrl with where they are from.",
        answered,
      )
    case "unknown": {
      const since = await silentSince(context)
      if (since) {
        return finding(
          "problem",
          `PagoEfectivo has not answered since ${since}: no payment codes can be issued.`,
          "Check baseUrl and whether the server may open connections to it. If both are right, ask PagoEfectivo's support.",
          { ...answered, since, finding: "unreachable" },
        )
      }
      return finding(
        "unknown",
        `PagoEfectivo could not be asked: ${problem?.message ?? "no reason given"}`,
        "Wait a few minutes and look again. If it stays, check baseUrl and whether the server may open connections to it.",
        answered,
      )
    }
  }
}

/** Since when the gateway has been silent, once that lasts longer than a hiccup. */
async function silentSince({ container, entry, now }: HealthContext): Promise<string | null> {
  const since = await pagoEfectivo(container).gatewayContact.silentSince(entry.providerId)
  const lasts = since && now.getTime() - since.getTime() >= LIMITS.gatewaySilenceMinutes * 60_000
  return lasts ? since.toISOString() : null
}
