import type { MedusaContainer } from "@medusajs/framework/types"
import { runJob } from "../workflows/run-job"
import { sendDueEmails } from "../workflows/emails/send-due-emails"

/** Catches up on mails whose event was lost or whose provider was down. */
export default async function sendEmailsJob(container: MedusaContainer) {
  await runJob(container, "send-emails", () => sendDueEmails(container))
}

export const config = { name: "pagoefectivo-send-emails", schedule: "*/5 * * * *" }
