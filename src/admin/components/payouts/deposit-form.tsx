import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useDepositActions } from "../../hooks/use-deposit-actions"
import { useText } from "../../hooks/use-text"
import type { AdminPayout } from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"
import { limaDayOf } from "../../lib/dates"
import { readAmount } from "../../lib/read-amount"
import { PromptForm } from "../common/prompt-form"
import { TextField } from "../common/text-field"

const MAX_REFERENCE = 200
const MAX_NOTE = 2_000

/** The day that was entered, or that of the crediting; never one to come. */
function proposedDay({ bank_deposited_at, credited_on }: AdminPayout, today: string): string {
  const known = bank_deposited_at ? limaDayOf(new Date(bank_deposited_at)) : credited_on
  return known && known < today ? known : today
}

/** What the bank statement says about one payout. */
export function DepositForm({ payout, onClose }: { payout: AdminPayout; onClose: () => void }) {
  const { t } = useText()
  // Empty at first: what is proposed would be confirmed without a look at the bank's statement.
  const [amount, setAmount] = useState(payout.bank_deposit ?? "")
  const [day, setDay] = useState(proposedDay(payout, limaDayOf(new Date())))
  const [reference, setReference] = useState(payout.bank_reference ?? "")
  const [note, setNote] = useState("")
  const read = readAmount(amount)
  const isCorrection = payout.bank_deposit !== null
  const actions = useDepositActions(payout, note)
  const save = () => {
    if (!read) return
    const entered = { amount: read, day, reference: reference.trim() }
    actions.save.mutate(entered, { onSuccess: onClose })
  }
  return (
    <PromptForm
      title={t("payout.deposit_title")}
      text={t(payout.lines_count > 0 ? "payout.deposit_text" : "payout.deposit_unmatched", {
        payout: payout.payout_id,
        net: displayMoney(payout.net, payout.currency_code),
      })}
      canSave={read !== null && day !== ""}
      isSaving={actions.save.isPending}
      onSave={save}
      onClose={onClose}
      aside={
        isCorrection && (
          <Button
            size="small"
            variant="transparent"
            type="button"
            className="mr-auto"
            onClick={() => actions.withdraw.mutate(undefined, { onSuccess: onClose })}
          >
            {t("deposit.withdraw")}
          </Button>
        )
      }
    >
      <TextField
        label={t("payout.deposit")}
        hint={read ? undefined : t("payout.amount_hint")}
        required
        inputMode="decimal"
        value={amount}
        aria-invalid={amount !== "" && !read}
        onText={setAmount}
      />
      <TextField label={t("payout.day")} type="date" required value={day} onText={setDay} />
      <TextField
        label={t("payout.reference")}
        maxLength={MAX_REFERENCE}
        value={reference}
        onText={setReference}
      />
      {isCorrection && (
        <TextField
          label={t("case.note_optional")}
          maxLength={MAX_NOTE}
          value={note}
          onText={setNote}
        />
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("payout.recorded")}
      </Text>
    </PromptForm>
  )
}
