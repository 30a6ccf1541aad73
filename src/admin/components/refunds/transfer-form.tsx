import { Button, Prompt, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTransfer } from "../../hooks/use-refund-actions"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"
import { displayMoney } from "../../lib/money"
import { TextField } from "../common/text-field"

const MAX_REFERENCE = 200

interface Props {
  refund: AdminRefund
  cip: string
  onClose: () => void
}

/** What the bank says about a refund that somebody has transferred. */
export function TransferForm({ refund, cip, onClose }: Props) {
  const { t } = useText()
  const today = limaDayOf(new Date())
  const [day, setDay] = useState(today)
  const [reference, setReference] = useState("")
  const transfer = useTransfer(refund.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    transfer.mutate({ day, reference: reference.trim() }, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("refund.form_title")}</Prompt.Title>
          <Prompt.Description>
            {t("refund.form_text", {
              amount: displayMoney(refund.amount, refund.currency_code),
              cip,
            })}
          </Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
          <TextField
            label={t("refund.day")}
            type="date"
            required
            max={today}
            value={day}
            onText={setDay}
          />
          <TextField
            label={t("refund.reference")}
            aria-required
            maxLength={MAX_REFERENCE}
            value={reference}
            onText={setReference}
          />
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("refund.recorded")}
          </Text>
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button
              size="small"
              type="submit"
              disabled={!reference.trim() || !day}
              isLoading={transfer.isPending}
            >
              {t("actions.save")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
