import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { formatCentimos } from "../../peru/centimos"
import {
  renderVoucherEmail,
  renderVoucherPdf,
  voucherEmailData,
  type VoucherEmailKind,
  type VoucherView,
} from "../../voucher"
import { pagoEfectivo } from "../container"
import { isCanceled } from "../orders/purchase"
import { loadVoucherView, withLogoImage } from "../vouchers/load-voucher-view"

const CHANNEL = "email"

/**
 * - `sent`: handed to the e-mail provider, now or before.
 * - the others say why there is nothing to send.
 */
export type EmailOutcome = "sent" | "switched_off" | "no_provider" | "no_address" | "order_canceled"

export interface EmailRequest {
  voucherId: string
  kind: VoucherEmailKind
  /** Of which refund a mail of kind `refunded` tells. */
  refundId?: string
  /** Makes it another mail of the same kind: a person asked for it to be sent again. */
  again?: string
}

/**
 * Sends one of a voucher's mails. The same mail is handed over once, whatever is retried: its
 * idempotency key is the voucher's id and the kind, for a refund with the refund's id.
 * @throws the provider's error; the mail job tries again.
 */
export async function sendVoucherEmail(
  container: MedusaContainer,
  { voucherId, kind, refundId, again }: EmailRequest,
): Promise<EmailOutcome> {
  const service = pagoEfectivo(container)
  const setting = service.options.emails[kind]
  if (setting === false) return "switched_off"
  if (!(await hasEmailProvider(container))) return "no_provider"
  const voucher = await service.retrieveVoucher(voucherId)
  const { email: to, isCanceled } = await readRecipient(container, voucher)
  if (isCanceled && isPayable(kind)) return "order_canceled"
  if (!to) return "no_address"
  const view = await loadView(container, voucher, refundId)
  const own = setting !== true
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to,
    from: service.options.emails.from,
    channel: CHANNEL,
    template: own ? setting.template : `pagoefectivo_voucher_${kind}`,
    // The merchant's own template is used instead of the ready text.
    content: own ? undefined : renderVoucherEmail(kind, view),
    data: { ...voucherEmailData(kind, view) },
    attachments: isPayable(kind) ? [await attachedPdf(container, view)] : [],
    trigger_type: `pagoefectivo.voucher_${kind}`,
    resource_id: voucher.id,
    resource_type: "pagoefectivo_voucher",
    idempotency_key: ["pagoefectivo", voucher.id, kind, refundId, again]
      .filter((part) => part !== undefined)
      .join(":"),
  })
  await service.note(voucher.id, {
    kind: `email_${kind}`,
    actor: "system",
    data: refundId ? { refund_id: refundId } : again ? { again: true } : null,
  })
  return "sent"
}

/** Whether the store has an enabled provider for e-mail. */
export function hasEmailProvider(container: MedusaContainer): Promise<boolean> {
  return pagoEfectivo(container).hasNotificationProvider(CHANNEL)
}

async function loadView(
  container: MedusaContainer,
  voucher: VoucherRow,
  refundId: string | undefined,
): Promise<VoucherView> {
  const view = await loadVoucherView(container, voucher)
  if (!refundId) return view
  const refund = await pagoEfectivo(container).retrieveRefund(refundId)
  return {
    ...view,
    refund: {
      amount: formatCentimos(refund.amount_centimos),
      at: new Date(refund.transferred_at ?? refund.updated_at),
      reference: refund.reference ?? "",
    },
  }
}

/** Whether there is something to pay with, and so a PDF to take along. */
function isPayable(kind: VoucherEmailKind): boolean {
  return kind === "issued" || kind === "expiring"
}

async function attachedPdf(container: MedusaContainer, view: VoucherView) {
  const pdf = renderVoucherPdf(await withLogoImage(container, view))
  return {
    filename: `codigo-de-pago-${view.cip}.pdf`,
    content_type: "application/pdf",
    disposition: "attachment",
    content: pdf.toString("base64"),
  }
}

async function readRecipient(
  container: MedusaContainer,
  { order_id }: VoucherRow,
): Promise<{ email: string | null; isCanceled: boolean }> {
  if (!order_id) return { email: null, isCanceled: false }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["email", "status", "canceled_at"],
    filters: { id: order_id },
  })
  const order = data[0] as { email?: string | null; status: string; canceled_at: Date | null }
  return { email: order?.email ?? null, isCanceled: Boolean(order) && isCanceled(order) }
}
