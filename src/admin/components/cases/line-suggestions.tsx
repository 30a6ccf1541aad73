import { Button, Text } from "@medusajs/ui"
import { useCaseActions } from "../../hooks/use-case-actions"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminCaseDetail, AdminLineSuggestionsResponse } from "../../../http-types"
import { MoneyText } from "../common/money"
import { Guarded } from "../common/guarded"

/** Codes that a line of unknown origin may belong to. Only a person decides. */
export function LineSuggestions({ item, lineId }: { item: AdminCaseDetail; lineId: string }) {
  const { t } = useText()
  const { resolve } = useCaseActions(item)
  const { data } = useResource<AdminLineSuggestionsResponse>(
    `/settlement-lines/${lineId}/suggestions`,
  )
  if (!data?.suggestions.length) return null
  return (
    <section className="px-6 py-4">
      <Text size="small" weight="plus" className="mb-2">
        {t("case.suggestions")}
      </Text>
      <ul className="flex flex-col gap-y-1">
        {data.suggestions.map(({ voucher_id, cip, amount }) => (
          <li key={voucher_id} className="flex items-center justify-between gap-x-2">
            <span className="font-mono text-sm">{cip}</span>
            <span className="txt-small flex items-center gap-x-3">
              {amount && <MoneyText amount={amount} currency={item.currency_code} />}
              <Guarded right="case:update">
                <Button
                  size="small"
                  variant="secondary"
                  disabled={resolve.isPending}
                  onClick={() => resolve.mutate({ action: "link", voucher_id })}
                >
                  {t("case.link_this")}
                </Button>
              </Guarded>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
