import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { TroubleLink } from "../components/summary/trouble-link"
import { useResource } from "../hooks/use-resource"
import { useText } from "../hooks/use-text"
import { useVerdict } from "../hooks/use-verdict"
import type { AdminSummaryResponse } from "../../http-types"
import { since } from "../lib/since"

/** Above the orders: what does not add up, and nothing at all while everything does. */
const OpenCasesBanner = () => {
  const { t } = useText()
  const [today] = useState(() => since("1", new Date())?.$gte)
  const { state, troubles } = useVerdict(
    useResource<AdminSummaryResponse>("/summary", { from: today }),
  )
  if (state !== "unknown" && troubles.length === 0) return null
  return (
    <Container data-pagoefectivo className="order-first flex items-start gap-x-3 px-4 py-2">
      <ExclamationCircle className="text-ui-tag-orange-icon shrink-0" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-1">
        <Text size="small" leading="compact" weight="plus" as="span">
          PagoEfectivo
        </Text>
        {state === "unknown" && (
          <Text size="small" leading="compact" as="span">
            {t("summary_verdict.unknown")}
          </Text>
        )}
        {troubles.map((trouble) => (
          <TroubleLink key={trouble.kind} trouble={trouble} />
        ))}
      </div>
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "pagoefectivo:open-cases-banner",
  zone: "order.list",
})

export default OpenCasesBanner
