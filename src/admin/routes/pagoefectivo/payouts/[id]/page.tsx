import { Skeleton } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { ErrorNote } from "../../../../components/common/error-note"
import { Page, PageCard } from "../../../../components/common/page"
import { DepositActions } from "../../../../components/payouts/deposit-actions"
import { PayoutCases } from "../../../../components/payouts/payout-cases"
import { PayoutCrumb } from "../../../../components/payouts/payout-crumb"
import { PayoutFigures } from "../../../../components/payouts/payout-figures"
import { PayoutLines } from "../../../../components/payouts/payout-lines"
import { PayoutSuspects } from "../../../../components/payouts/payout-suspects"
import { useFormat } from "../../../../hooks/use-format"
import { useResource } from "../../../../hooks/use-resource"
import { useText } from "../../../../hooks/use-text"
import type { AdminPayoutDetail, AdminPayoutDetailResponse } from "../../../../../http-types"

/** One payout: what it is made of, what the bank received, and what may be behind a difference. */
const PayoutPage = () => {
  const { t } = useText()
  const { id = "" } = useParams()
  const { data, error, refetch } = useResource<AdminPayoutDetailResponse>(
    `/payouts/${encodeURIComponent(id)}`,
  )
  const payout = data?.payout
  return (
    <Page>
      {payout ? (
        <Payout payout={payout} />
      ) : (
        <PageCard title={t("payout_page.loading")} description={t("payouts.description")}>
          {error ? (
            <ErrorNote error={error} retry={refetch} />
          ) : (
            <div className="p-6" aria-busy>
              <Skeleton className="h-24 w-full" />
            </div>
          )}
        </PageCard>
      )}
    </Page>
  )
}

function Payout({ payout }: { payout: AdminPayoutDetail }) {
  const { t } = useText()
  const { day } = useFormat()
  return (
    <>
      <PageCard
        title={t("payout_page.title", { payout: payout.payout_id })}
        description={
          payout.credited_on
            ? t("payout_page.credited", { day: day(payout.credited_on) })
            : t("payout_page.not_credited")
        }
        actions={<DepositActions payout={payout} />}
      >
        <PayoutFigures payout={payout} />
      </PageCard>
      {payout.explanations.length > 0 && <PayoutSuspects payout={payout} />}
      <PayoutLines payout={payout} />
      <PayoutCases payout={payout} />
    </>
  )
}

export const handle = { breadcrumb: () => <PayoutCrumb /> }

export default PayoutPage
