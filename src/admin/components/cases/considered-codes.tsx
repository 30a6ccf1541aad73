import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import { useRemarkText } from "../../hooks/use-remark-text"
import { useText } from "../../hooks/use-text"
import type { AdminConsideredVoucher } from "../../../http-types"
import { limaDayOf } from "../../lib/dates"
import { MoneyText } from "../common/money"

/** Codes that a row may have been meant for, with what is alike and why none was taken. */
export function ConsideredCodes({ candidates }: { candidates: AdminConsideredVoucher[] }) {
  const { t } = useText()
  if (candidates.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("case.candidates_none")}
      </Text>
    )
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("case.candidates")}
      </Text>
      <ul className="flex flex-col gap-y-2" aria-label={t("case.candidates")}>
        {candidates.map((one) => (
          <Considered key={one.voucher_id} voucher={one} />
        ))}
      </ul>
    </div>
  )
}

function Considered({ voucher }: { voucher: AdminConsideredVoucher }) {
  const { t } = useText()
  const { day } = useFormat()
  const { against, list } = useRemarkText()
  const { cip, amount, currency_code, at, order_display_id } = voucher
  return (
    <li className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-lg px-3 py-2">
      <span className="txt-small flex flex-wrap items-center justify-between gap-x-2">
        <Link
          className="text-ui-tag-blue-text font-mono hover:underline"
          to={`/pagoefectivo/vouchers?status=any&q=${cip}`}
        >
          {cip}
        </Link>
        <span>
          {order_display_id !== null && `#${order_display_id} · `}
          {day(limaDayOf(new Date(at)))} · <MoneyText amount={amount} currency={currency_code} />
        </span>
      </span>
      {voucher.alike.length > 0 && (
        <Text size="xsmall">
          {t("case.alike")} {list(voucher.alike.map((code) => t(`alike.${code}`)))}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle break-words">
        {t("case.against")} {list(voucher.against.map((one) => against(one, currency_code)))}
      </Text>
    </li>
  )
}
