import { CheckCircleSolid, CircleDottedLine, ExclamationCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useCheckText } from "../../hooks/use-check-text"
import { useText } from "../../hooks/use-text"
import type { AdminHealthCheck } from "../../../http-types"
import { WebhookAddress } from "../common/webhook-address"

/** Where in the dashboard a check is fixed. */
const PLACES: Record<string, string> = {
  region: "/settings/regions",
  currency: "/settings/store",
  prices: "/products",
  delivery: "/settings/locations",
  publishable_key: "/settings/publishable-api-keys",
}

/** One of a step's checks, in health's words. */
export function StepCheck({ check }: { check: AdminHealthCheck }) {
  const { t } = useText()
  const { message, todo } = useCheckText()(check)
  const { address, answer } = check.data
  const place = check.state === "ok" ? undefined : PLACES[check.id]
  return (
    <li className="flex gap-x-2">
      <CheckIcon check={check} />
      <div className="min-w-0 flex-1">
        <Text size="small" className="break-words">
          {message}
        </Text>
        {typeof answer === "string" && (
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("setup.answer", { answer: firstSentence(answer) })}
          </Text>
        )}
        {typeof address === "string" && <WebhookAddress address={address} />}
        {todo && !isAskedByButton(check) && (
          <Text size="small" className="text-ui-fg-subtle mt-1 break-words">
            {todo}{" "}
            {place && (
              <Link className="text-ui-tag-blue-text hover:underline" to={place}>
                {t(`setup.place_${check.id}`)}
              </Link>
            )}
          </Text>
        )}
      </div>
    </li>
  )
}

/** What follows it says what to do, which health says in the admin's language. */
function firstSentence(text: string): string {
  return text.replace(/(?<=\.) .*$/s, "")
}

/** "Send a test notice" stands on the step's own button. */
function isAskedByButton({ id, state }: AdminHealthCheck): boolean {
  return id === "test_notice" && state === "unknown"
}

function CheckIcon({ check: { state, data } }: { check: AdminHealthCheck }) {
  const className = "mt-0.5 shrink-0"
  if (state === "unknown" || data.finding === "none") {
    return <CircleDottedLine aria-hidden className={`${className} text-ui-fg-muted`} />
  }
  if (state === "ok") {
    return <CheckCircleSolid aria-hidden className={`${className} text-ui-tag-green-icon`} />
  }
  const color = state === "problem" ? "text-ui-tag-red-icon" : "text-ui-tag-orange-icon"
  return <ExclamationCircleSolid aria-hidden className={`${className} ${color}`} />
}
