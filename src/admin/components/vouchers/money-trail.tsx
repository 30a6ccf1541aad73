import { CheckMini, XMarkMini } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import { useText } from "../../hooks/use-text"
import type {
  AdminPayout,
  AdminRefund,
  AdminVoucher,
  AdminVoucherSettlement,
} from "../../../http-types"
import { displayMoney } from "../../../peru/money-text"
import { moneyTrail, type MoneyStepState, type TrailStep } from "../../lib/money-trail"

/** The steps of the money, with dates, or where it stands still. */
export function MoneyTrail(props: {
  voucher: AdminVoucher
  settlement: AdminVoucherSettlement | null
  refunds: AdminRefund[]
}) {
  const { t } = useText()
  const steps = moneyTrail(props.voucher, props.settlement, props.refunds)
  return (
    <ol aria-label={t("trail.label")} className="flex flex-col">
      {steps.map((step, index) => (
        <Step
          key={step.step}
          {...step}
          currency={props.voucher.currency_code}
          payouts={step.step === "banked" ? (props.settlement?.payouts ?? []) : []}
          isLast={index === steps.length - 1}
        />
      ))}
    </ol>
  )
}

const DOT: Record<MoneyStepState, string> = {
  done: "bg-ui-tag-green-icon text-ui-fg-on-color",
  current: "bg-ui-bg-base border-2 border-ui-tag-orange-icon",
  stopped: "bg-ui-tag-red-icon text-ui-fg-on-color",
  ahead: "bg-ui-bg-base border-2 border-ui-border-strong",
}

interface StepProps extends TrailStep {
  currency: string
  /** Where more about the step is said. */
  payouts: AdminPayout[]
  isLast: boolean
}

function Step({ step, state, at, remark, amount, currency, payouts, isLast }: StepProps) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const isDeadline = remark === "until_deadline"
  return (
    <li className="flex gap-x-3" aria-current={state === "current" ? "step" : undefined}>
      <div className="flex flex-col items-center" aria-hidden>
        <span
          className={clx(
            "mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full",
            DOT[state],
          )}
        >
          {state === "done" && <CheckMini />}
          {state === "stopped" && <XMarkMini />}
        </span>
        {!isLast && (
          <span
            className={clx(
              "min-h-4 w-px flex-1",
              state === "done" ? "bg-ui-tag-green-icon" : "bg-ui-border-strong",
            )}
          />
        )}
      </div>
      <div className={clx("min-w-0", !isLast && "pb-3")}>
        <Text
          size="small"
          leading="compact"
          weight={state === "ahead" ? "regular" : "plus"}
          className={clx(state === "ahead" && "text-ui-fg-subtle")}
        >
          {t(`trail.${step}`)}
        </Text>
        {at && !isDeadline && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {dateTime(at)}
          </Text>
        )}
        {payouts.map(({ id, payout_id }) => (
          <Link
            key={id}
            className="txt-xsmall text-ui-tag-blue-text block break-all hover:underline"
            to={`/pagoefectivo/payouts/${id}`}
          >
            {payout_id}
          </Link>
        ))}
        {remark && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t(`trail_remark.${remark}`, {
              at: at ? dateTime(at) : "",
              amount: amount ? displayMoney(amount, currency) : "",
            })}
          </Text>
        )}
      </div>
    </li>
  )
}
