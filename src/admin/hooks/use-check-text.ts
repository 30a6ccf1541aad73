import type { AdminHealthCheck } from "../../http-types"
import { healthText } from "../../texts/health-text"
import { useFormat } from "./use-format"
import { useText } from "./use-text"

/** What a health check says, in the admin's language and time zone. */
export function useCheckText() {
  const { t, knows } = useText()
  const format = useFormat()
  return (check: AdminHealthCheck) => healthText(check, { t, knows, format: format.dateTime })
}
