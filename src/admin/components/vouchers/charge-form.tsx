import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { useUnpaidOrder } from "../../hooks/use-unpaid-order"
import { PromptForm } from "../common/prompt-form"
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
  return (
    <PromptForm
      title={t("unpaid.another")}
      text={t("unpaid.another_text")}
      save={t("unpaid.issue")}
      canSave={reason.trim() !== ""}
      isSaving={charge.isPending}
      onSave={() => charge.mutate({ reason: reason.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextField
        label={t("unpaid.reason")}
        required
        maxLength={MAX_REASON}
        value={reason}
        onText={setReason}
      />
    </PromptForm>
  )
}
