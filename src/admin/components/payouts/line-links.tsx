import { Link } from "react-router-dom"
import type { AdminPayoutLine } from "../../../http-types"
import { useText } from "../../hooks/use-text"

/** High enough to be touched, also in small print. */
const LINK = "text-ui-tag-blue-text inline-flex min-h-6 items-center hover:underline"

/** The payment of a line, leading to its code where it has one. */
export function LinePayment({ line }: { line: AdminPayoutLine }) {
  const reference = line.voucher?.cip ?? line.payment_id ?? line.external_reference ?? "—"
  return line.voucher ? (
    <Link
      className={`${LINK} break-all font-mono text-xs`}
      to={`/pagoefectivo/vouchers?status=any&voucher=${line.voucher.id}`}
    >
      {reference}
    </Link>
  ) : (
    <span className="break-all font-mono text-xs">{reference}</span>
  )
}

export function LineReport({ line }: { line: AdminPayoutLine }) {
  const { t } = useText()
  const { id, filename, row } = line.report
  return (
    <Link className={`${LINK} break-all`} to={`/pagoefectivo/settlements?report=${id}`}>
      {t("case.report_row", { name: filename ?? id, row })}
    </Link>
  )
}

/** The line's cases by their reasons, the open ones first. */
export function LineCases({ line }: { line: AdminPayoutLine }) {
  const { t } = useText()
  const rank = { open: 0, resolved: 1, ignored: 2 }
  return [...line.cases]
    .sort((one, other) => rank[one.status] - rank[other.status])
    .map(({ id, reason, status }) => (
      <Link
        key={id}
        className={`${LINK} w-fit gap-x-1`}
        to={`/pagoefectivo/cases?status=any&case=${id}`}
      >
        {t(`reason_title.${reason}`)}
        {status !== "open" && (
          <span className="text-ui-fg-subtle">{`(${t(`case_status.${status}`)})`}</span>
        )}
      </Link>
    ))
}

/** Kind and status, and that it has no code. */
export function LineKind({ line }: { line: AdminPayoutLine }) {
  const { t } = useText()
  const status = t(`line_status.${line.announced ? "announced" : line.status}`)
  return (
    <span className="text-ui-fg-subtle">
      {[t(`line_type.${line.type}`), status, !line.voucher && t("line.unmatched")]
        .filter(Boolean)
        .join(" · ")}
    </span>
  )
}
