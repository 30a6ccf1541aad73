import { Button, Prompt } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useText } from "../../hooks/use-text"
import type { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import { TextField } from "../common/text-field"

const MAX_REASON = 2_000

interface Props {
  charge: ReturnType<typeof useUnpaidOrder>["charge"]
  onClose: () => void
}

/** Why an order gets another code, and what that means for its deadline. */
export function ChargeForm({ charge, onClose }: Props) {
  const { t } = useText()
  const [reason, setReason] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    charge.mutate({ reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>{t("unpaid.another")}</Prompt.Title>
          <Prompt.Description>{t("unpaid.another_text")}</Prompt.Description>
        </Prompt.Header>
        <form onSubmit={submit} className="flex flex-col gap-y-3 p-6">
          <TextField
            label={t("unpaid.reason")}
            required
            maxLength={MAX_REASON}
            value={reason}
            onText={setReason}
          />
          <div className="flex flex-wrap justify-end gap-2">
            <Button size="small" variant="secondary" type="button" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button
              size="small"
              type="submit"
              disabled={reason.trim() === ""}
              isLoading={charge.isPending}
            >
              {t("unpaid.issue")}
            </Button>
          </div>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
