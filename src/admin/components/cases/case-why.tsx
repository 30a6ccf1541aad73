import { Badge, Button, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useRemarkText } from "../../hooks/use-remark-text"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminCase, AdminCaseWhyResponse, AdminRuleTrace } from "../../../http-types"
import { ErrorNote } from "../common/error-note"
import { ConsideredCodes } from "./considered-codes"

/** Why there is a case, rule by rule; asked for when somebody wants to know. */
export function CaseWhy({ item }: { item: AdminCase }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const panel = `why-${item.id}`
  return (
    <section className="px-6 py-4">
      <Button
        size="small"
        variant="transparent"
        className="-mx-2"
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        {t("case.why")}
      </Button>
      <div id={panel}>{isOpen && <Reasons item={item} />}</div>
    </section>
  )
}

function Reasons({ item }: { item: AdminCase }) {
  const { t } = useText()
  const { data, error, refetch } = useResource<AdminCaseWhyResponse>(`/cases/${item.id}/why`)
  if (error) return <ErrorNote error={error} retry={refetch} />
  if (!data) return <Skeleton className="mt-3 h-40 w-full" />
  const { rules, candidates } = data.why
  return (
    <div className="mt-3 flex flex-col gap-y-4">
      {candidates && <ConsideredCodes candidates={candidates} />}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("case.why_text")}
      </Text>
      <ul className="flex flex-col gap-y-2" aria-label={t("case.why")}>
        {rules.map((rule) => (
          <Rule key={rule.reason} rule={rule} />
        ))}
      </ul>
    </div>
  )
}

const COLOR = {
  fired: "orange",
  covered: "blue",
  nothing: "green",
  not_applicable: "grey",
} as const

function Rule({ rule }: { rule: AdminRuleTrace }) {
  const { t } = useText()
  const { why } = useRemarkText()
  const { reason, outcome, is_this_case } = rule
  return (
    <li className="flex flex-col gap-y-1">
      <span className="flex flex-wrap items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight={outcome === "fired" ? "plus" : "regular"}>
          {t(`reason_title.${reason}`)}
        </Text>
        <Badge size="2xsmall" color={COLOR[outcome]}>
          {is_this_case ? t("case.why_this") : t(`rule_outcome.${outcome}`)}
        </Badge>
      </span>
      {rule.why && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {why(rule.why)}
        </Text>
      )}
    </li>
  )
}
