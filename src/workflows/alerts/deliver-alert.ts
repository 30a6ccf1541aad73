import type { CreateNotificationDTO, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../container"
import { messageOf } from "../../errors/message-of"
import { lastKnownOptions } from "../settings/options-in-force"
import type { AlertMessage } from "./alert-message"

/**
 * Tells everybody who is to be told: the admin's feed, and e-mail and DingTalk where they are set up.
 * A channel that fails is logged and does not keep the others, or the run, from going on.
 */
export async function deliverAlert(
  container: MedusaContainer,
  message: AlertMessage,
): Promise<void> {
  const service = pagoEfectivo(container)
  const { alerts } = await lastKnownOptions(container)
  for (const notification of notificationsOf(message, alerts)) {
    if (!(await service.hasNotificationProvider(notification.channel))) continue
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(notification)
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `PagoEfectivo: an alert could not be sent by ${notification.channel}: ${messageOf(error)}`,
        )
    }
  }
}

function notificationsOf(
  message: AlertMessage,
  { email, dingtalk }: ReturnType<typeof pagoEfectivo>["options"]["alerts"],
): CreateNotificationDTO[] {
  const { title, lines } = message
  const text = lines.join("\n")
  const about = (channel: string, to: string) => ({
    to,
    channel,
    trigger_type: "pagoefectivo.alert",
    resource_type: message.resourceType,
    resource_id: message.resourceId,
    idempotency_key: `${message.key}:${channel}${to && `:${to}`}`,
  })
  const feed = {
    ...about("feed", ""),
    template: "admin-ui",
    data: { title, description: text },
  }
  const mails = (email?.to ?? []).map((to) => ({
    ...about("email", to),
    template: "pagoefectivo_alert",
    content: { subject: title, text, html: asHtml(message) },
    data: { title, lines },
  }))
  const robot = {
    ...about("dingtalk", "robot"),
    template: "pagoefectivo_alert",
    data: { title, lines },
  }
  return [feed, ...mails, ...(dingtalk ? [robot] : [])]
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

function asHtml({ title, lines }: AlertMessage): string {
  const safe = (text: string) => text.replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found)
  const items = lines.map((line) => `<li>${safe(line)}</li>`).join("")
  return `<h1 style="font-size:18px">${safe(title)}</h1><ul>${items}</ul>`
}
