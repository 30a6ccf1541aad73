import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Skeleton } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { Page, PageCard } from "../../../components/common/page"
import { useResource } from "../../../hooks/use-resource"
import { useDismissSetup } from "../../../hooks/use-setup"
import { useText } from "../../../hooks/use-text"
import type { AdminSetupResponse } from "../../../../http-types"

/** Loaded with this page only: most days nobody opens it. */
const SetupSteps = lazy(() => import("../../../components/setup/setup-steps"))

/** An order that is placed or paid meanwhile shows by itself. */
const LOOK_EVERY_MS = 15_000

/** From the installation to the first paid order, and what else a store wants. */
const SetupPage = () => {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminSetupResponse>(
    "/setup",
    {},
    { refetchInterval: LOOK_EVERY_MS },
  )
  return (
    <Page>
      <PageCard
        title={t("setup.title")}
        description={t("setup.description")}
        actions={data && <Dismiss setup={data.setup} />}
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data ? (
          <Suspense fallback={<Waiting />}>
            <SetupSteps setup={data.setup} />
          </Suspense>
        ) : (
          <Waiting />
        )}
      </PageCard>
    </Page>
  )
}

function Waiting() {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-16 w-full" />
      <Skeleton className="h-16 w-full" />
    </div>
  )
}

/** Out of the menu, and back while there is something left to do. */
function Dismiss({ setup: { is_open, dismissed, finished_at } }: AdminSetupResponse) {
  const { t } = useText()
  const dismiss = useDismissSetup()
  if (!is_open && (finished_at || !dismissed)) return null
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={dismiss.isPending}
      onClick={() => dismiss.mutate(is_open)}
    >
      {t(is_open ? "setup.dismiss" : "setup.bring_back")}
    </Button>
  )
}

export const handle = { breadcrumb: () => <Crumb name="setup" /> }

export const config = defineRouteConfig({
  label: "menu.setup",
  translationNs: "pagoefectivo",
  rank: 0,
})

export default SetupPage
