import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../hooks/use-text"
import type { AdminRefund } from "../../../http-types"
import { TransferForm } from "./transfer-form"
import { Guarded } from "../common/guarded"

/** A button, as long as somebody has to transfer this refund. */
export function RecordTransfer({ refund, cip }: { refund: AdminRefund; cip: string }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  if (refund.status !== "to_transfer") return null
  return (
    // What is clicked in here opens no row behind it.
    <div onClick={(event) => event.stopPropagation()}>
      <Guarded right="voucher:update">
        <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
          {t("refund.record")}
        </Button>
      </Guarded>
      {isOpen && <TransferForm refund={refund} cip={cip} onClose={() => setOpen(false)} />}
    </div>
  )
}
