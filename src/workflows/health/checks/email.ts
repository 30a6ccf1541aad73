import { pagoEfectivo } from "../../container"
import { hasEmailProvider } from "../../emails/send-voucher-email"
import { finding, ok, type CheckHealth } from "../health-check"

export const email: CheckHealth = async ({ container }) => {
  const { issued, expiring, paid, expired, refunded } = pagoEfectivo(container).options.emails
  const wanted = [issued, expiring, paid, expired, refunded].some((setting) => setting !== false)
  if (!wanted) return ok("Mails about codes are switched off.", { wanted })
  if (await hasEmailProvider(container)) return ok("Mails about codes can be sent.", { wanted })
  return finding(
    "warning",
    "No e-mail provider is installed: shoppers get no mail with their code.",
    'Add a provider for the channel "email" to the Notification Module, or switch the mails off in the options.',
    { wanted },
  )
}
