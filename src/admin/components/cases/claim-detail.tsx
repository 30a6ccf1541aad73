import { Button, Text } from "@medusajs/ui"
import { useWithdrawClaim } from "../../hooks/use-claim"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import { Guarded } from "../common/guarded"
import type { AdminCaseDetail } from "../../../http-types"

/** What was claimed of the collector, and the way to take the mark back. */
export function ClaimDetail({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  const { day } = useFormat()
  const withdraw = useWithdrawClaim(item)
  const { claimed_on, answer_due, claim_reference } = item
  if (claimed_on === null) return null
  return (
    <span className="flex flex-col items-end gap-y-1">
      <Text size="small" as="span">
        {answer_due
          ? t("case.claim_told_due", { day: day(claimed_on), due: day(answer_due) })
          : t("case.claim_told", { day: day(claimed_on) })}
        {claim_reference && ` · ${t("case.claim_number", { reference: claim_reference })}`}
      </Text>
      {item.status === "open" && (
        <Guarded right="case:update">
          <Button
            size="small"
            variant="transparent"
            isLoading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
          >
            {t("case.claim_withdraw")}
          </Button>
        </Guarded>
      )}
    </span>
  )
}
