import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Skeleton, Text } from "@medusajs/ui"
import { Crumb } from "../../../components/common/crumb"
import { ErrorNote } from "../../../components/common/error-note"
import { Card, Page, PageCard } from "../../../components/common/page"
import { ChangeSetting } from "../../../components/settings/change-setting"
import { SettingHistory } from "../../../components/settings/setting-history"
import { SettingRow } from "../../../components/settings/setting-row"
import { useAddressFilters } from "../../../hooks/use-address-filters"
import { useResource } from "../../../hooks/use-resource"
import { useText } from "../../../hooks/use-text"
import type { AdminSetting, AdminSettingGroup, AdminSettingsResponse } from "../../../../http-types"

/** What somebody may change comes first. */
const GROUPS: AdminSettingGroup[] = [
  "settlement",
  "alerts",
  "voucher",
  "emails",
  "codes",
  "gateway",
]

/** As the store names them. */
const LANGUAGES: Record<string, string> = { en: "en", es: "es", zhCN: "zh" }
/** In the package. */
const DOCUMENTS: Record<string, string> = {
  en: "docs/options.md",
  es: "docs/options.es.md",
  zhCN: "docs/options.zh-CN.md",
}

/** The options in force, where each is from, and what may be changed here. */
const SettingsPage = () => {
  const { t, language } = useText()
  const { data, error, refetch } = useResource<AdminSettingsResponse>("/settings", {
    language: LANGUAGES[language] ?? "en",
  })
  return (
    <Page>
      <PageCard title={t("settings.title")} description={t("settings.description")}>
        {error ? (
          <ErrorNote error={error} retry={refetch} />
        ) : data ? (
          <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
            {t("settings.docs", { place: DOCUMENTS[language] ?? DOCUMENTS.en })}
          </Text>
        ) : (
          <Loading />
        )}
      </PageCard>
      {data && <Groups answer={data} />}
    </Page>
  )
}

function Loading() {
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </div>
  )
}

function keyOf({ name, provider_id }: AdminSetting): string {
  return provider_id ? `${name}:${provider_id}` : name
}

function Groups({ answer: { settings, voucher_texts } }: { answer: AdminSettingsResponse }) {
  const { t } = useText()
  const { values, set } = useAddressFilters()
  const changed = settings.find((one) => one.can_change && keyOf(one) === values.change)
  const told = settings.find((one) => keyOf(one) === values.history)
  return (
    <>
      {GROUPS.map((group) => (
        <Card key={group} title={t(`settings.group.${group}`)}>
          <ul className="divide-y">
            {settings
              .filter((one) => one.group === group)
              .map((one) => (
                <SettingRow
                  key={keyOf(one)}
                  setting={one}
                  onChange={() => set({ change: keyOf(one) })}
                  onHistory={() => set({ history: keyOf(one) })}
                />
              ))}
          </ul>
        </Card>
      ))}
      {changed && (
        <ChangeSetting
          setting={changed}
          texts={voucher_texts}
          onClose={() => set({ change: null })}
        />
      )}
      {told && <SettingHistory setting={told} onClose={() => set({ history: null })} />}
    </>
  )
}

export const handle = { breadcrumb: () => <Crumb name="settings" /> }

export const config = defineRouteConfig({
  label: "menu.settings",
  translationNs: "pagoefectivo",
  rank: 7,
})

export default SettingsPage
