import { History } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import { useState } from "react"
import type { AdminPayout } from "../../../http-types"
import { useText } from "../../hooks/use-text"
import { Guarded } from "../common/guarded"
import { DepositForm } from "./deposit-form"
import { DepositHistory } from "./deposit-history"

/** What the bank received for a payout: to enter, to correct, and who said so before. */
export function DepositActions({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const [opened, setOpened] = useState<"form" | "history" | null>(null)
  const close = () => setOpened(null)
  return (
    <div className="flex items-center justify-end">
      {payout.deposit_changes_count > 0 && (
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("deposit.history_of", { payout: payout.payout_id })}
          onClick={() => setOpened("history")}
        >
          <History />
        </IconButton>
      )}
      <Guarded right="settlement:update">
        <Button
          size="small"
          variant="transparent"
          className="whitespace-nowrap"
          onClick={() => setOpened("form")}
        >
          {payout.bank_deposit ? t("payout.correct") : t("payout.enter")}
        </Button>
      </Guarded>
      {opened === "history" && <DepositHistory payout={payout} onClose={close} />}
      {opened === "form" && <DepositForm payout={payout} onClose={close} />}
    </div>
  )
}
