import { CommandBar } from "@medusajs/ui"
import { Fragment, useState } from "react"
import type { CaseAction } from "../../../reconciliation/case-actions"
import { useBulk, type BulkChange, type BulkTarget } from "../../hooks/use-bulk"
import { useGuard } from "../../hooks/use-may"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminCase, AdminCaseBulkResponse, AdminCaseListResponse } from "../../../http-types"
import { sumsAtRisk } from "../../lib/case-sums"
import { bulkActions, canReopen } from "../../lib/resolution-rules"
import { MoneySums } from "../common/money-sums"
import { BulkFailures } from "./bulk-failures"
import { BulkPrompt } from "./bulk-prompt"

type BulkAction = CaseAction | "assign" | "note" | "reopen"

const SHORTCUTS: Partial<Record<BulkAction, string>> = {
  assign: "m",
  note: "n",
  reopen: "r",
  check_gateway: "g",
  claim: "c",
  accept: "a",
  dismiss: "d",
}

/** As many as one bulk action takes. */
const MOST_CASES = 500

interface Props {
  cases: AdminCase[]
  clear: () => void
  /** Cases of the page, to name those that refused. */
  page: AdminCase[]
  /** All cases of the filter in the address, when there are more than those on the page. */
  all: { count: number; filter: Record<string, unknown> } | null
}

/** The same on all selected cases. */
export function BulkBar({ cases, clear, page, all }: Props) {
  const { t } = useText()
  const [takesAll, setTakesAll] = useState(false)
  const [action, setAction] = useState<Exclude<BulkAction, "reopen"> | null>(null)
  const [failed, setFailed] = useState<AdminCaseBulkResponse | null>(null)
  const close = () => {
    setAction(null)
    setTakesAll(false)
  }
  const bulk = useBulk(() => {
    close()
    clear()
  }, setFailed)
  const whole = takesAll && cases.length > 0 ? all : null
  const target: BulkTarget = whole ? { filter: whole.filter } : { ids: cases.map(({ id }) => id) }
  const change = (one: BulkChange) => bulk.mutate({ ...one, ...target })
  const guard = useGuard("case:update")
  const choose = (chosen: BulkAction) => {
    if (chosen === "reopen") return change({ action: chosen })
    if (chosen === "check_gateway") return change({ action: chosen })
    setAction(chosen)
  }
  const count = whole?.count ?? cases.length
  return (
    <>
      <CommandBar open={cases.length > 0 && action === null}>
        <CommandBar.Bar className="max-w-[calc(100vw-1rem)] max-md:flex-wrap max-md:justify-center max-md:rounded-2xl">
          <CommandBar.Value className="whitespace-nowrap">
            {t("list.selected", { count })} · <SelectedSums cases={cases} whole={whole} />
          </CommandBar.Value>
          {all && !takesAll && cases.length < all.count && (
            <>
              <CommandBar.Seperator />
              <CommandBar.Command
                label={t("list.take_all", { total: all.count })}
                shortcut="t"
                action={() => setTakesAll(true)}
              />
            </>
          )}
          {actionsFor(cases).map((one) => (
            <Fragment key={one}>
              <CommandBar.Seperator />
              <CommandBar.Command
                label={labelOf(t, one)}
                shortcut={SHORTCUTS[one] ?? ""}
                action={guard(() => choose(one))}
              />
            </Fragment>
          ))}
        </CommandBar.Bar>
      </CommandBar>
      {action && (
        <BulkPrompt
          action={action}
          count={count}
          isBusy={bulk.isPending}
          onChange={change}
          onClose={close}
        />
      )}
      {failed && <BulkFailures answer={failed} cases={page} onClose={() => setFailed(null)} />}
    </>
  )
}

function actionsFor(cases: AdminCase[]): BulkAction[] {
  return [
    ...bulkActions(cases),
    ...(canReopen(cases) ? (["reopen"] as const) : []),
    "assign",
    "note",
  ]
}

function labelOf(t: ReturnType<typeof useText>["t"], action: BulkAction): string {
  if (action === "assign") return t("case.assign")
  if (action === "note") return t("case.add_note")
  return action === "reopen" ? t("case.bulk_reopen") : t(`case_action.${action}`)
}

/** Of all that a filter finds the store is asked; of more than one action takes there is no sum. */
function SelectedSums({ cases, whole }: { cases: AdminCase[]; whole: Props["all"] }) {
  const query = { ...whole?.filter, limit: MOST_CASES, fields: "amount_at_risk,currency_code" }
  const { data } = useResource<AdminCaseListResponse>("/cases", query as never, {
    enabled: whole !== null,
  })
  if (!whole) return <MoneySums sums={sumsAtRisk(cases)} />
  const isWhole = data && data.cases.length === data.count
  return isWhole ? <MoneySums sums={sumsAtRisk(data.cases)} /> : "…"
}
