import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTransfer } from "../../hooks/use-refund-actions"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"
import { displayMoney } from "../../../peru/money-text"
import { PromptForm } from "../common/prompt-form"
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
  return (
    <PromptForm
      title={t("refund.form_title")}
      text={t("refund.form_text", {
        amount: displayMoney(refund.amount, refund.currency_code),
        cip,
      })}
      canSave={reference.trim() !== "" && day !== ""}
      isSaving={transfer.isPending}
      onSave={() => transfer.mutate({ day, reference: reference.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
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
        required
        maxLength={MAX_REFERENCE}
        value={reference}
        onText={setReference}
      />
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("refund.recorded")}
      </Text>
    </PromptForm>
  )
}
