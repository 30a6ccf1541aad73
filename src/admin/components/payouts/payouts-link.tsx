import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../hooks/use-text"
import { Card } from "../common/page"

/** Leads from the reports to what was transferred for them. */
export function PayoutsLink() {
  const { t } = useText()
  return (
    <div id="payouts">
      <Card
        title={t("menu.payouts")}
        aside={
          <Button size="small" variant="secondary" asChild>
            <Link to="/pagoefectivo/payouts">{t("payouts.see")}</Link>
          </Button>
        }
      >
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("payouts.card_text")}
        </Text>
      </Card>
    </div>
  )
}
