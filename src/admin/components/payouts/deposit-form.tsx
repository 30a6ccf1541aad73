import { Button, Prompt, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useDepositActions } from "../../hooks/use-deposit-actions"
import { useText } from "../../hooks/use-text"
import type { AdminPayout } from "../../../http-types"
import { displayMoney } from "../../lib/money"
import { limaDayOf } from "../../lib/dates"
import { readAmount } from "../../lib/read-amount"
import { TextField } from "../common/text-field"

const MAX_REFERENCE = 200
const MAX_NOTE = 2_000

/** What the bank statement says about one payout. */
export function DepositForm({ payout, onClose }: { payout: AdminPayout; onClose: () => void }) {
  const { t } = useText()
  // Empty at first: what is proposed would be confirmed without a look at the bank's statement.
  const [amount, setAmount] = useState(payout.bank_deposit ?? "")
  const [day, setDay] = useState(limaDayOf(new Date(payout.bank_deposited_at ?? Date.now())))
  const [reference, setReference] = useState(payout.bank_reference ?? "")
  const [note, setNote] = useState("")
  const read = readAmount(amount)
  const isCorrection = payout.bank_deposit !== null
  const { save, withdraw } = useDepositActions(payout, note)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!read) return
    const entered = { amount: read, day, reference: reference.trim() }
    save.mutate(entered, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("payout.deposit_title")}</Prompt.Title>
          <Prompt.Description>
            {t(payout.lines_count > 0 ? "payout.deposit_text" : "payout.deposit_unmatched", {
              payout: payout.payout_id,
              net: displayMoney(payout.net, payout.currency_code),
            })}
          </Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
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
          <Buttons
            canSave={read !== null}
            isSaving={save.isPending}
            onCancel={onClose}
            onWithdraw={
              isCorrection ? () => withdraw.mutate(undefined, { onSuccess: onClose }) : undefined
            }
          />
        </form>
      </Prompt.Content>
    </Prompt>
  )
}

interface ButtonsProps {
  canSave: boolean
  isSaving: boolean
  onCancel: () => void
  /** Only where there is something to withdraw. */
  onWithdraw?: () => void
}

function Buttons({ canSave, isSaving, onCancel, onWithdraw }: ButtonsProps) {
  const { t } = useText()
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {onWithdraw && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          className="mr-auto"
          onClick={onWithdraw}
        >
          {t("deposit.withdraw")}
        </Button>
      )}
      <Button size="small" variant="secondary" type="button" onClick={onCancel}>
        {t("actions.cancel")}
      </Button>
      <Button size="small" type="submit" disabled={!canSave} isLoading={isSaving}>
        {t("actions.save")}
      </Button>
    </div>
  )
}
