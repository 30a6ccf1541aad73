import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { MoneySums } from "../components/common/money-sums"
import { useResource } from "../hooks/use-resource"
import { useText } from "../hooks/use-text"
import type { AdminSummaryResponse } from "../../http-types"
import { since } from "../lib/since"

/** Above the orders: what does not add up, and nothing at all while everything does. */
const OpenCasesBanner = () => {
  const { t } = useText()
  const [today] = useState(() => since("1", new Date())?.$gte)
  const { data } = useResource<AdminSummaryResponse>("/summary", { from: today })
  const count = data?.summary.open_cases.count ?? 0
  if (!data || count === 0) return null
  return (
    <Container data-pagoefectivo className="order-first flex items-center gap-x-3 px-4 py-2">
      <ExclamationCircle className="text-ui-tag-orange-icon shrink-0" aria-hidden />
      <Text size="small" leading="compact" className="min-w-0 flex-1" as="div">
        {t("banner.text", { count })} <MoneySums sums={data.summary.at_risk} />
      </Text>
      <Button size="small" variant="transparent" asChild>
        <Link to="/pagoefectivo/cases">{t("banner.look")}</Link>
      </Button>
    </Container>
  )
}

export const config = defineWidgetConfig({
  id: "pagoefectivo:open-cases-banner",
  zone: "order.list",
})

export default OpenCasesBanner
