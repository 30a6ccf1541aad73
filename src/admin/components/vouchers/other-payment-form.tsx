import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import { limaDayOf } from "../../lib/dates"
import { PromptForm } from "../common/prompt-form"
import { TextField } from "../common/text-field"

const MAX_TEXT = 200

interface Props {
  pay: ReturnType<typeof useUnpaidOrder>["pay"]
  onClose: () => void
}

/** How and when an order was paid by other means. */
export function OtherPaymentForm({ pay, onClose }: Props) {
  const { t } = useText()
  const today = limaDayOf(new Date())
  const [day, setDay] = useState(today)
  const [means, setMeans] = useState("")
  const [reference, setReference] = useState("")
  const entered = { day, means: means.trim(), reference: reference.trim() }
  return (
    <PromptForm
      title={t("unpaid.pay_title")}
      text={t("unpaid.pay_text")}
      canSave={entered.means !== "" && day !== ""}
      isSaving={pay.isPending}
      onSave={() => pay.mutate(entered, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        label={t("unpaid.means")}
        hint={t("unpaid.means_hint")}
        required
        maxLength={MAX_TEXT}
        value={means}
        onText={setMeans}
      />
      <TextField
        label={t("unpaid.day")}
        type="date"
        required
        max={today}
        value={day}
        onText={setDay}
      />
      <TextField
        label={t("unpaid.reference")}
        maxLength={MAX_TEXT}
        value={reference}
        onText={setReference}
      />
    </PromptForm>
  )
}
