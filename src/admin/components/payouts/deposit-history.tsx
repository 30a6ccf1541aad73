import { Text } from "@medusajs/ui"
import { useDepositText } from "../../hooks/use-deposit-text"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"
import type { AdminDepositChange, AdminPayout } from "../../../http-types"
import { SideDrawer } from "../common/side-drawer"

/** Who said what about a payout's deposit, when, and what that replaced; the newest first. */
export function DepositHistory({ payout, onClose }: { payout: AdminPayout; onClose: () => void }) {
  const { t } = useText()
  const earlier = payout.deposit_changes_count - payout.deposit_changes.length
  return (
    <SideDrawer
      isOpen
      onClose={onClose}
      title={t("deposit.history")}
      subtitle={<span className="break-all font-mono">{payout.payout_id}</span>}
    >
      <section className="px-6 py-4">
        <ol className="flex flex-col gap-y-4">
          {payout.deposit_changes.map((change, index) => (
            <Change key={`${change.at}:${index}`} change={change} currency={payout.currency_code} />
          ))}
        </ol>
        {earlier > 0 && (
          <Text size="xsmall" className="text-ui-fg-subtle mt-4">
            {t("deposit.earlier", { count: earlier })}
          </Text>
        )}
      </section>
    </SideDrawer>
  )
}

function Change({ change, currency }: { change: AdminDepositChange; currency: string }) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  const sayings = useDepositText()(change, currency)
  return (
    <li className="border-ui-border-base border-l-2 pl-3">
      {sayings.map((saying) => (
        <Text key={saying} size="small" leading="compact" className="break-words">
          {saying}
        </Text>
      ))}
      {change.note && (
        <Text size="small" className="text-ui-fg-subtle whitespace-pre-wrap break-words">
          {change.note}
        </Text>
      )}
      {change.file && (
        <Text size="xsmall" className="text-ui-fg-subtle break-all">
          {change.file.line === null
            ? change.file.filename
            : t("case.report_row", { name: change.file.filename, row: change.file.line })}
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("timeline.by", { at: dateTime(change.at), who: nameOf(change.by) })}
      </Text>
    </li>
  )
}
