import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Skeleton, Text } from "@medusajs/ui"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { Page, PageCard } from "../../../components/common/page"
import { ProgressBar } from "../../../components/common/progress-bar"
import { Step } from "../../../components/setup/setup-step"
import { useResource } from "../../../hooks/use-resource"
import { useDismissSetup } from "../../../hooks/use-setup"
import { useText } from "../../../hooks/use-text"
import type { AdminSetupResponse } from "../../../../http-types"
import { Guarded } from "../../../components/common/guarded"

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
          <Steps setup={data.setup} />
        ) : (
          <div className="flex flex-col gap-y-3 px-6 py-4">
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-16 w-full" />
          </div>
        )}
      </PageCard>
    </Page>
  )
}

function Steps({ setup: { steps, is_open } }: AdminSetupResponse) {
  const { t } = useText()
  const over = steps.filter(({ state }) => state === "done" || state === "skipped").length
  const names = new Set(steps.flatMap(({ provider_id }) => provider_id ?? [])).size > 1
  return (
    <>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <ProgressBar
          percent={Math.round((100 * over) / steps.length)}
          label={t("setup.progress", { over, total: steps.length })}
        />
        {!is_open && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("setup.not_in_menu", { page: t("menu.health") })}
          </Text>
        )}
      </div>
      <ol className="divide-y">
        {steps.map((step) => (
          <Step key={`${step.id}:${step.provider_id}`} step={step} names={names} />
        ))}
      </ol>
    </>
  )
}

/** Out of the menu, and back while there is something left to do. */
function Dismiss({ setup: { is_open, dismissed, finished_at } }: AdminSetupResponse) {
  const { t } = useText()
  const dismiss = useDismissSetup()
  if (!is_open && (finished_at || !dismissed)) return null
  return (
    <Guarded right="setup:update">
      <Button
        size="small"
        variant="secondary"
        isLoading={dismiss.isPending}
        onClick={() => dismiss.mutate(is_open)}
      >
        {t(is_open ? "setup.dismiss" : "setup.bring_back")}
      </Button>
    </Guarded>
  )
}

export const handle = { breadcrumb: () => <Crumb name="setup" /> }

export const config = defineRouteConfig({
  label: "menu.setup",
  translationNs: "pagoefectivo",
  rank: 0,
})

export default SetupPage
