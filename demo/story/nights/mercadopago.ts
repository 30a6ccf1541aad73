import { buffer } from "node:stream/consumers"
import { createSettlementSource, type SettlementSource } from "../../../src/settlement"
import type { Gateway } from "../../launcher/gateway"
import { upload, type NightScript, type Reported } from "./script"

const DAY_MS = 86_400_000
/** Long enough ago for the money to be free, and its reports to be there. */
const PAID_DAYS_AGO = 4

/**
 * Mercado Pago's reports come by API. What is wrong happened there: money that is not released, and a
 * payment that another shop of the account sold.
 */
export const mercadoPagoNight: NightScript = {
  payments: [
    // The first notice gets lost.
    { options: { ...paidAgo(), notice: "none" }, isCaptured: false },
    { options: { ...paidAgo(), amount: "60.00" }, isCaptured: false },
    { options: paidAgo(), isCaptured: true },
    { options: paidAgo(), isCaptured: true },
  ],
  async bringReports({ admin, gateway, sold }) {
    await sellElsewhere(gateway)
    const held = sold[2]?.voucher.cip ?? ""
    await gateway.behave({ mercadoPago: { heldPayments: [held], payouts: true } })
    const reported: Reported = { lines_count: 0, quarantined_count: 0 }
    for (const report of ["settlement", "release"] as const) {
      const source = sourceOf(gateway, report)
      for (const file of await source.list()) {
        const content = await buffer(await source.open(file))
        const { lines_count, quarantined_count } = await upload(admin, file.name, content)
        reported.lines_count += lines_count
        reported.quarantined_count += quarantined_count
      }
    }
    return reported
  },
}

function paidAgo() {
  return { paidAt: new Date(Date.now() - PAID_DAYS_AGO * DAY_MS) }
}

/** As the store's own night fetches them. */
function sourceOf(gateway: Gateway, report: "settlement" | "release"): SettlementSource {
  return createSettlementSource({
    id: report,
    type: "mercadopago",
    format: "auto",
    report,
    accessToken: gateway.mercadoPagoCredentials.accessToken,
    baseUrl: gateway.mercadoPagoUrl,
    lookbackDays: PAID_DAYS_AGO + 1,
    pollSeconds: 1,
    silentAfterDays: 1,
    allowHttp: true,
    allowPrivateAddresses: true,
  })
}

async function sellElsewhere(gateway: Gateway): Promise<void> {
  const response = await fetch(`${gateway.mercadoPagoUrl}/v1/payments`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${gateway.mercadoPagoCredentials.accessToken}`,
      "content-type": "application/json",
      "x-idempotency-key": `another-shop-${Date.now()}`,
    },
    body: JSON.stringify({
      transaction_amount: 45.9,
      description: "Another shop of the account",
      payment_method_id: "pagoefectivo_atm",
      external_reference: "FOREIGN-1",
      payer: { email: "comprador@example.pe" },
    }),
  })
  const { id } = (await response.json()) as { id: number }
  await gateway.pay(String(id), { ...paidAgo(), notice: "none" })
}
