import { Button, Prompt, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useAction } from "../hooks/use-action"
import { useText } from "../hooks/use-text"
import type { Payout } from "../lib/api-types"
import { post } from "../lib/client"
import { formatMoney } from "../lib/money"
import { limaDay, startOfLimaDay } from "../lib/dates"
import { readAmount } from "../lib/read-amount"
import { TextField } from "./text-field"

const MAX_REFERENCE = 200

/** What the bank statement says about one payout. */
export function DepositForm({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const { t } = useText()
  const [amount, setAmount] = useState(payout.bank_deposit ?? payout.net)
  const [day, setDay] = useState(limaDay(new Date(payout.bank_deposited_at ?? Date.now())))
  const [reference, setReference] = useState(payout.bank_reference ?? "")
  const read = readAmount(amount)
  const save = useAction({
    run: () =>
      post("/payouts", {
        payout_id: payout.payout_id,
        provider_id: payout.provider_id,
        currency_code: payout.currency_code,
        bank_deposit: read,
        bank_deposited_at: startOfLimaDay(day),
        ...(reference.trim() && { bank_reference: reference.trim() }),
      }),
    done: () => t("payout.saved"),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (read) save.mutate(undefined, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("payout.deposit_title")}</Prompt.Title>
          <Prompt.Description>
            {t("payout.deposit_text", {
              payout: payout.payout_id,
              net: formatMoney(payout.net, payout.currency_code),
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
            aria-invalid={!read}
            onText={setAmount}
          />
          <TextField label={t("payout.day")} type="date" required value={day} onText={setDay} />
          <TextField
            label={t("payout.reference")}
            maxLength={MAX_REFERENCE}
            value={reference}
            onText={setReference}
          />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("payout.recorded")}
          </Text>
          <div className="flex justify-end gap-x-2">
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button size="small" type="submit" disabled={!read} isLoading={save.isPending}>
              {t("actions.save")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
