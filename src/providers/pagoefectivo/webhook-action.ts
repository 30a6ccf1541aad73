import type { ProviderWebhookPayload, WebhookActionResult } from "@medusajs/framework/types"
import { BigNumber, PaymentActions } from "@medusajs/framework/utils"
import type { PagoEfectivoModuleService } from "../../modules/pagoefectivo"
import { paidInFull } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { formatCentimos } from "../../peru/centimos"

/**
 * The platform's own path for notices. The plugin's inbox has usually done the work before this
 * runs; when it has not, the platform is told to capture, under the same conditions.
 */
export async function webhookAction(
  service: PagoEfectivoModuleService,
  providerId: string,
  payload: ProviderWebhookPayload["payload"],
): Promise<WebhookActionResult> {
  const ignored: WebhookActionResult = { action: PaymentActions.NOT_SUPPORTED }
  const read = service.gatewayFor(providerId).readNotice({
    rawBody: Buffer.from(payload.rawData ?? ""),
    headers: payload.headers as Record<string, string | undefined>,
    query: {},
    receivedAt: new Date(),
  })
  if (read.verdict !== "authentic" || !read.notice.concernsPayment || !read.notice.gatewayId) {
    return ignored
  }
  const [voucher] = await service.listVouchers(
    { provider_id: providerId, gateway_id: read.notice.gatewayId },
    { take: 1 },
  )
  // Not yet confirmed by the gateway, or it opened a case: the inbox decides, not this hint.
  if (!voucher || !paidInFull(voucher) || voucher.captured_at || !voucher.order_id) return ignored
  const cases = await service.listCases({ voucher_id: voucher.id, status: "open" }, { take: 1 })
  if (cases.length) return ignored
  return {
    action: PaymentActions.SUCCESSFUL,
    data: {
      session_id: voucher.payment_session_id,
      amount: new BigNumber(formatCentimos(voucher.amount_centimos)),
    },
  }
}
