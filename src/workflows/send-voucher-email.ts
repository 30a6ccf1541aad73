import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { VoucherRow } from "../modules/pagoefectivo"
import {
  renderVoucherEmail,
  renderVoucherPdf,
  toVoucherJson,
  type VoucherEmailKind,
  type VoucherView,
} from "../voucher"
import { pagoEfectivo } from "./container"
import { loadVoucherView } from "./load-voucher-view"

const CHANNEL = "email"

/**
 * - `sent`: handed to the e-mail provider, now or before.
 * - the others say why there is nothing to send.
 */
export type EmailOutcome = "sent" | "switched_off" | "no_provider" | "no_address"

export interface EmailRequest {
  voucherId: string
  kind: VoucherEmailKind
  /** Makes it another mail of the same kind: a person asked for it to be sent again. */
  again?: string
}

/**
 * Sends one of a voucher's mails. The same mail is handed over once, whatever is retried: its
 * idempotency key is the voucher's id and the kind.
 * @throws the provider's error; the mail job tries again.
 */
export async function sendVoucherEmail(
  container: MedusaContainer,
  { voucherId, kind, again }: EmailRequest,
): Promise<EmailOutcome> {
  const service = pagoEfectivo(container)
  const setting = service.options.emails[kind]
  if (setting === false) return "switched_off"
  if (!(await hasEmailProvider(container))) return "no_provider"
  const voucher = await service.retrieveVoucher(voucherId)
  const to = await readAddress(container, voucher)
  if (!to) return "no_address"
  const content = compose(await loadVoucherView(container, voucher), voucher, kind)
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to,
    from: service.options.emails.from,
    channel: CHANNEL,
    template: setting === true ? `pagoefectivo_voucher_${kind}` : setting.template,
    ...content,
    // A provider's own template is used instead of the ready text.
    ...(setting !== true && { content: undefined }),
    trigger_type: `pagoefectivo.voucher_${kind}`,
    resource_id: voucher.id,
    resource_type: "pagoefectivo_voucher",
    idempotency_key: ["pagoefectivo", voucher.id, kind, ...(again ? [again] : [])].join(":"),
  })
  await service.note(voucher.id, `email_${kind}`, "system", again ? { again: true } : null)
  return "sent"
}

/** Whether the store has an enabled provider for e-mail. */
export function hasEmailProvider(container: MedusaContainer): Promise<boolean> {
  return pagoEfectivo(container).hasNotificationProvider(CHANNEL)
}

function compose(view: VoucherView, voucher: VoucherRow, kind: VoucherEmailKind) {
  const email = renderVoucherEmail(kind, view)
  const payable = kind === "issued" || kind === "expiring"
  return {
    content: { subject: email.subject, html: email.html, text: email.text },
    data: { ...toVoucherJson(view), subject: email.subject },
    attachments: payable
      ? [
          {
            filename: `codigo-de-pago-${voucher.cip}.pdf`,
            content_type: "application/pdf",
            disposition: "attachment",
            content: renderVoucherPdf(view).toString("base64"),
          },
        ]
      : [],
  }
}

async function readAddress(
  container: MedusaContainer,
  { order_id }: VoucherRow,
): Promise<string | null> {
  if (!order_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["email"],
    filters: { id: order_id },
  })
  return (data[0] as { email?: string | null } | undefined)?.email ?? null
}
