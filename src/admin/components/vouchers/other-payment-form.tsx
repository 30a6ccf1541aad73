import { Button, Prompt } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useText } from "../../hooks/use-text"
import type { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import { limaDayOf } from "../../lib/dates"
import { TextField } from "../common/text-field"

const MAX_TEXT = 200

interface Props {
  pay: ReturnType<typeof useUnpaidOrder>["pay"]
  onClose: () => void
}

/** How and when an order was paid by other means. */
export function OtherPaymentForm({ pay, onClose }: Props) {
  const { t } = useText()
  const [day, setDay] = useState(limaDayOf(new Date()))
  const [means, setMeans] = useState("")
  const [reference, setReference] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const entered = { day, means: means.trim(), reference: reference.trim() }
    pay.mutate(entered, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("unpaid.pay_title")}</Prompt.Title>
          <Prompt.Description>{t("unpaid.pay_text")}</Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
          <TextField
            label={t("unpaid.means")}
            hint={t("unpaid.means_hint")}
            required
            maxLength={MAX_TEXT}
            value={means}
            onText={setMeans}
          />
          <TextField label={t("unpaid.day")} type="date" required value={day} onText={setDay} />
          <TextField
            label={t("unpaid.reference")}
            maxLength={MAX_TEXT}
            value={reference}
            onText={setReference}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button
              size="small"
              type="submit"
              disabled={means.trim() === ""}
              isLoading={pay.isPending}
            >
              {t("actions.save")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
