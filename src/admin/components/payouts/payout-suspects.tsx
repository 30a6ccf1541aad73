import { StatusBadge, Text } from "@medusajs/ui"
import type {
  AdminPayoutDetail,
  AdminPayoutExplanation,
  AdminPayoutLine,
  AdminPayoutSuspect,
} from "../../../http-types"
import { useText } from "../../hooks/use-text"
import { displayMoney } from "../../../peru/money-text"
import { MoneyText } from "../common/money"
import { Card } from "../common/page"
import { LineCases, LineKind, LinePayment, LineReport } from "./line-links"

/** What may be behind a payout's differences, the likeliest first. */
export function PayoutSuspects({ payout }: { payout: AdminPayoutDetail }) {
  const { t } = useText()
  return (
    <Card title={t("suspect.title")}>
      {payout.explanations.map((explanation) => (
        <Explanation
          key={explanation.of}
          explanation={explanation}
          currency={payout.currency_code}
        />
      ))}
    </Card>
  )
}

interface ExplanationProps {
  explanation: AdminPayoutExplanation
  currency: string
}

function Explanation({ explanation, currency }: ExplanationProps) {
  const { t } = useText()
  const { of, difference, suspects, is_complete } = explanation
  const way = difference.startsWith("-") ? "less" : "more"
  const amount = displayMoney(difference.replace("-", ""), currency)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus">
        {t(`suspect_difference.${of}_${way}`, { amount })}
      </Text>
      {suspects.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("suspect.none")}
        </Text>
      )}
      <ol className="flex flex-col gap-y-3">
        {suspects.map((suspect, at) => (
          <SuspectItem key={at} suspect={suspect} currency={currency} />
        ))}
      </ol>
      {!is_complete && (
        <Text size="xsmall" className="text-ui-tag-orange-text">
          {t("suspect.incomplete")}
        </Text>
      )}
    </div>
  )
}

function SuspectItem({ suspect, currency }: { suspect: AdminPayoutSuspect; currency: string }) {
  const { t } = useText()
  const rest = suspect.lines_count - suspect.lines.length
  return (
    <li className="bg-ui-bg-subtle rounded-lg px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="small" weight="plus">
          {t(`suspect_kind.${suspect.kind}`)}
        </Text>
        <StatusBadge color={suspect.explains ? "green" : "grey"}>
          {t(suspect.explains ? "suspect.explains" : "suspect.hint")}
        </StatusBadge>
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("suspect.sum", { amount: displayMoney(suspect.sum, currency) })}
      </Text>
      <ul className="mt-2 flex flex-col gap-y-2">
        {suspect.lines.map((line) => (
          <SuspectLine key={line.id} line={line} />
        ))}
      </ul>
      {rest > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle mt-2">
          {t("suspect.rest", { count: rest })}
        </Text>
      )}
    </li>
  )
}

function SuspectLine({ line }: { line: AdminPayoutLine }) {
  const { t } = useText()
  return (
    <li className="txt-xsmall border-ui-border-base flex flex-wrap items-baseline justify-between gap-x-4 border-t pt-2">
      <div className="min-w-0">
        <LinePayment line={line} /> <LineKind line={line} />
        <div>
          <LineReport line={line} />
        </div>
        <LineCases line={line} />
      </div>
      <span className="text-ui-fg-subtle">
        {t("money.amount")} <MoneyText amount={line.amount} currency={line.currency_code} />
        {line.fee && (
          <>
            {" · "}
            {t("money.fee")} <MoneyText amount={line.fee} currency={line.currency_code} />
          </>
        )}
        {line.net && (
          <>
            {" · "}
            {t("money.net")}{" "}
            <MoneyText
              amount={line.net}
              currency={line.settlement_currency ?? line.currency_code}
            />
          </>
        )}
      </span>
    </li>
  )
}
