import { CommandBar, Prompt } from "@medusajs/ui"
import { Fragment, useState } from "react"
import type { CaseAction } from "../../../reconciliation/case-actions"
import { useBulk, type BulkTarget, type CaseDecisionInput } from "../../hooks/use-case-actions"
import { useGuard } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import { bulkActions, needsOf } from "../../lib/resolution-rules"
import { DecisionForm } from "./decision-form"

const SHORTCUTS: Partial<Record<CaseAction, string>> = {
  check_gateway: "g",
  claim: "c",
  accept: "a",
  dismiss: "d",
}

interface Props {
  cases: AdminCase[]
  clear: () => void
  /** All cases of the filter in the address, when there are more than those on the page. */
  all: { count: number; filter: Record<string, unknown> } | null
}

/** One decision on all selected cases. */
export function BulkBar({ cases, clear, all }: Props) {
  const { t } = useText()
  const [takesAll, setTakesAll] = useState(false)
  const [action, setAction] = useState<CaseAction | null>(null)
  const close = () => {
    setAction(null)
    setTakesAll(false)
  }
  const bulk = useBulk(() => {
    close()
    clear()
  })
  const target: BulkTarget =
    takesAll && all ? { filter: all.filter } : { ids: cases.map(({ id }) => id) }
  const count = takesAll && all ? all.count : cases.length
  const decide = (decision: CaseDecisionInput) => bulk.mutate({ ...decision, ...target })
  const guard = useGuard("case:update")
  const choose = (chosen: CaseAction) => {
    const { note, reference } = needsOf(chosen)
    if (note || reference) setAction(chosen)
    else decide({ action: chosen })
  }
  return (
    <>
      <CommandBar open={cases.length > 0 && action === null}>
        <CommandBar.Bar>
          <CommandBar.Value>{t("list.selected", { count })}</CommandBar.Value>
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
          {bulkActions(cases).map((one) => (
            <Fragment key={one}>
              <CommandBar.Seperator />
              <CommandBar.Command
                label={t(`case_action.${one}`)}
                shortcut={SHORTCUTS[one] ?? ""}
                action={guard(() => choose(one))}
              />
            </Fragment>
          ))}
        </CommandBar.Bar>
      </CommandBar>
      <Prompt open={action !== null} onOpenChange={(open) => !open && close()}>
        <Prompt.Content data-pagoefectivo>
          <Prompt.Header>
            <Prompt.Title>{t("case.bulk_title", { count })}</Prompt.Title>
          </Prompt.Header>
          <div className="p-6">
            {action && (
              <DecisionForm
                action={action}
                isBusy={bulk.isPending}
                onDecide={decide}
                onCancel={close}
              />
            )}
          </div>
        </Prompt.Content>
      </Prompt>
    </>
  )
}
