import type { AdminOrder } from "@medusajs/framework/types"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { providerName, useProviders } from "../../hooks/use-providers"
import { useText } from "../../hooks/use-text"
import { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import { displayMoney } from "../../../peru/money-text"
import { Guarded } from "../common/guarded"

const CURRENCIES = ["pen", "usd"]

/** An order without a code that owes something: a code is one click away. */
export function ChargeOrder({ order }: { order: AdminOrder }) {
  const { t } = useText()
  const providers = useProviders()
  const { charge } = useUnpaidOrder(order.id)
  const due = Number(order.summary?.pending_difference ?? 0)
  const isPayable = order.status === "pending" && CURRENCIES.includes(order.currency_code)
  if (!isPayable || due <= 0 || providers.length === 0) return null
  return (
    <Container data-pagoefectivo className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">PagoEfectivo</Heading>
      </div>
      <div className="px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle mb-3">
          {t("unpaid.owes", { amount: displayMoney(due.toFixed(2), order.currency_code) })}
        </Text>
        <div className="flex flex-wrap gap-2">
          {providers.map((provider) => (
            <Guarded key={provider} right="voucher:update">
              <Button
                size="small"
                variant="secondary"
                isLoading={charge.isPending}
                onClick={() => charge.mutate({ provider_id: provider })}
              >
                {providers.length === 1
                  ? t("unpaid.charge")
                  : t("unpaid.charge_by", { provider: providerName(provider) })}
              </Button>
            </Guarded>
          ))}
        </div>
      </div>
    </Container>
  )
}
