import { Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminCaseListResponse, AdminPayout } from "../../../http-types"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import { CaseLine } from "../cases/case-line"
import { ErrorNote } from "../common/error-note"
import { Card } from "../common/page"

const SHOWN = 10

/** Open and closed cases of a payout and of its lines, the open ones first. */
export function PayoutCases({ payout }: { payout: AdminPayout }) {
  const { t } = useText()
  const { payout_id, provider_id } = payout
  const { data, error, refetch } = useResource<AdminCaseListResponse>("/cases", {
    payout_id,
    provider_id,
    order: "status",
    limit: SHOWN,
  })
  return (
    <Card
      title={t("payout_page.cases")}
      aside={
        data &&
        data.count > SHOWN && (
          <Link
            className="txt-small-plus text-ui-tag-blue-text hover:underline"
            to={`/pagoefectivo/cases?status=any&payout_id=${encodeURIComponent(payout_id)}`}
          >
            {t("payout_page.cases_more", { total: data.count })}
          </Link>
        )
      }
    >
      <div className="flex flex-col gap-y-2 px-6 py-4">
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data?.cases.length === 0 ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("payout_page.cases_none")}
          </Text>
        ) : data ? (
          data.cases.map((item) => <CaseLine key={item.id} item={item} />)
        ) : (
          <Skeleton className="h-16 w-full" />
        )}
      </div>
    </Card>
  )
}
