import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { TransferForm } from "./transfer-form"

/** A button, as long as somebody has to transfer this refund. */
export function RecordTransfer({ refund, cip }: { refund: AdminRefund; cip: string }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  if (refund.status !== "to_transfer") return null
  return (
    // What is clicked in here opens no row behind it.
    <div onClick={(event) => event.stopPropagation()}>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("refund.record")}
      </Button>
      {isOpen && <TransferForm refund={refund} cip={cip} onClose={() => setOpen(false)} />}
    </div>
  )
}
