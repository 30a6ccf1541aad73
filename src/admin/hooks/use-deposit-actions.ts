import type { AdminPayout } from "../../http-types"
import { post } from "../lib/client"
import { startOfLimaDay } from "../lib/dates"
import { useAction } from "./use-action"
import { useText } from "./use-text"

interface Entered {
  /** Decimal text. */
  amount: string
  /** Lima's day. */
  day: string
  reference: string
}

/** What a person can say about a payout's deposit; `note` is why. */
export function useDepositActions(payout: AdminPayout, note: string) {
  const { t } = useText()
  const tell = (values: object) =>
    post("/payouts", {
      payout_id: payout.payout_id,
      provider_id: payout.provider_id,
      currency_code: payout.currency_code,
      ...values,
      ...(note.trim() && { note: note.trim() }),
    })
  const save = useAction({
    run: ({ amount, day, reference }: Entered) =>
      tell({
        bank_deposit: amount,
        bank_deposited_at: startOfLimaDay(day),
        ...(reference && { bank_reference: reference }),
      }),
    done: () => t("payout.saved"),
  })
  const withdraw = useAction({
    run: () => tell({ bank_deposit: null }),
    done: () => t("deposit.withdrawn_done"),
  })
  return { save, withdraw }
}
