import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Skeleton, Text } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { Link } from "react-router-dom"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { Moment } from "../../../components/common/moment"
import { Page, PageCard } from "../../../components/common/page"
import { HealthBadge } from "../../../components/common/status"
import { WebhookAddress } from "../../../components/common/webhook-address"
import { useAction } from "../../../hooks/use-action"
import { useCheckText } from "../../../hooks/use-check-text"
import { KEY } from "../../../hooks/query-keys"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminHealthCheck, AdminHealthResponse, HealthState } from "../../../../http-types"
import { get } from "../../../lib/client"

const LOOK_EVERY_MS = 60_000
const WORST_FIRST: HealthState[] = ["problem", "warning", "unknown", "ok"]

/** Whether payments are received and recorded, and what to do where they are not. */
const HealthPage = () => {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminHealthResponse>(
    "/health",
    {},
    { refetchInterval: LOOK_EVERY_MS },
  )
  return (
    <Page>
      <PageCard
        title={t("health_page.title")}
        description={t("health_page.description")}
        actions={
          <>
            <Button size="small" variant="transparent" asChild>
              <Link to="/pagoefectivo/setup">{t("menu.setup")}</Link>
            </Button>
            <TestGateway />
          </>
        }
      >
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data ? (
          <Checks health={data.health} />
        ) : (
          <div className="flex flex-col gap-y-3 px-6 py-4">
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-10 w-full" />
            <Skeleton className="h-10 w-full" />
          </div>
        )}
      </PageCard>
    </Page>
  )
}

/** Asks PagoEfectivo now whether it takes the store's keys. */
function TestGateway() {
  const { t } = useText()
  const client = useQueryClient()
  const test = useAction<void, AdminHealthResponse>({
    run: async () => {
      const answer = await get<AdminHealthResponse>("/health", { refresh: true })
      client.setQueryData([KEY, "/health", {}], answer)
      return answer
    },
    done: ({ health }) => {
      const credentials = health.checks.find(({ id }) => id === "credentials")
      return t(`health_page.tested_${credentials?.state === "ok" ? "ok" : "not_ok"}`)
    },
  })
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={test.isPending}
      onClick={() => test.mutate()}
    >
      {t("health_page.test")}
    </Button>
  )
}

function Checks({ health }: AdminHealthResponse) {
  const { t } = useText()
  const sorted = [...health.checks].sort(
    (one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state),
  )
  const names = new Set(health.checks.flatMap(({ provider_id }) => provider_id ?? [])).size > 1
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex items-center gap-x-2">
          <HealthBadge state={health.state} />
          <Text size="small">{t(`health_page.overall_${health.state}`)}</Text>
        </div>
        <Text size="small" className="text-ui-fg-subtle" as="div">
          {t("health_page.checked")} <Moment at={health.checked_at} as="relative" />
        </Text>
      </div>
      <ul className="divide-y">
        {sorted.map((check) => (
          <Check key={`${check.id}:${check.provider_id}`} check={check} names={names} />
        ))}
      </ul>
    </>
  )
}

/** `names` adds the provider's name, where there are several. */
function Check({ check, names }: { check: AdminHealthCheck; names: boolean }) {
  const { t } = useText()
  const { title, message, todo } = useCheckText()(check)
  const { address } = check.data
  return (
    <li className="flex flex-col gap-2 px-6 py-4 md:flex-row md:gap-x-6">
      <div className="md:w-28 md:shrink-0">
        <HealthBadge state={check.state} />
      </div>
      <div className="min-w-0 flex-1">
        <Text size="small" weight="plus">
          {title}
          {names && check.provider_id && ` (${check.provider_id.split("_").at(-1)})`}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {message}
        </Text>
        {typeof address === "string" && <WebhookAddress address={address} />}
        {todo && (
          <Text size="small" className="mt-2 break-words">
            <span className="text-ui-fg-base font-medium">{t("health_page.todo")}</span> {todo}
          </Text>
        )}
      </div>
    </li>
  )
}

export const handle = { breadcrumb: () => <Crumb name="health" /> }

export const config = defineRouteConfig({
  label: "menu.health",
  translationNs: "pagoefectivo",
  rank: 6,
})

export default HealthPage
