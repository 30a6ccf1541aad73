import { Link } from "react-router-dom"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminVoucherResponse } from "../../../http-types"
import { ErrorNote } from "../common/error-note"
import { OrderVoucher } from "./order-voucher"
import { SideDrawer } from "../common/side-drawer"
import { VoucherState } from "../common/status"
import { VoucherMenu } from "./voucher-menu"

/** One code with its whole story. */
export function VoucherDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminVoucherResponse>(`/vouchers/${id}`)
  const voucher = data?.voucher
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={t("voucher.title")}
      subtitle={
        voucher && (
          <span className="flex flex-wrap items-center gap-2">
            <VoucherState status={voucher.status} />
            {voucher.order_id && (
              <Link
                className="text-ui-tag-blue-text hover:underline"
                to={`/orders/${voucher.order_id}`}
              >
                {t("voucher.order")} #{voucher.order_display_id ?? "…"}
              </Link>
            )}
            <VoucherMenu voucher={voucher} />
          </span>
        )
      }
    >
      {error && <ErrorNote error={error} retry={refetch} />}
      {voucher && (
        <div className="divide-y">
          <OrderVoucher voucher={voucher} />
        </div>
      )}
    </SideDrawer>
  )
}
