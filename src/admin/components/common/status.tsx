import { StatusBadge, type StatusBadge as Badge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useText } from "../../hooks/use-text"
import type {
  AdminCase,
  AdminNotice,
  AdminRefund,
  AdminSetupStep,
  AdminVoucher,
  HealthState,
} from "../../../http-types"

type Color = ComponentProps<typeof Badge>["color"]

const VOUCHER: Record<AdminVoucher["status"], Color> = {
  waiting: "orange",
  paid: "green",
  expired: "grey",
  voided: "grey",
  reversed: "red",
}
const CASE: Record<AdminCase["status"], Color> = {
  open: "orange",
  resolved: "green",
  ignored: "grey",
}
const REFUND: Record<AdminRefund["status"], Color> = {
  to_transfer: "orange",
  transferred: "green",
  in_process: "blue",
  approved: "green",
  rejected: "red",
}
const NOTICE: Record<AdminNotice["status"], Color> = {
  received: "blue",
  processed: "green",
  ignored: "grey",
  failed: "red",
}
const HEALTH: Record<HealthState, Color> = {
  ok: "green",
  warning: "orange",
  problem: "red",
  unknown: "grey",
}
const STEP: Record<AdminSetupStep["state"], Color> = {
  done: "green",
  open: "blue",
  problem: "red",
  skipped: "grey",
}
const RUN = { pending: "grey", running: "blue", completed: "green", failed: "red" } as const
const REPORT = { importing: "blue", imported: "green", failed: "red", withdrawn: "grey" } as const

function Status({ color, text }: { color: Color; text: string }) {
  return (
    <StatusBadge color={color} className="whitespace-nowrap">
      {text}
    </StatusBadge>
  )
}

export function VoucherState({ status }: { status: AdminVoucher["status"] }) {
  const { t } = useText()
  return <Status color={VOUCHER[status]} text={t(`voucher_status.${status}`)} />
}

export function CaseState({ status }: { status: AdminCase["status"] }) {
  const { t } = useText()
  return <Status color={CASE[status]} text={t(`case_status.${status}`)} />
}

export function RefundState({ status }: { status: AdminRefund["status"] }) {
  const { t } = useText()
  return <Status color={REFUND[status]} text={t(`refund_status.${status}`)} />
}

export function NoticeState({ status }: { status: AdminNotice["status"] }) {
  const { t } = useText()
  return <Status color={NOTICE[status]} text={t(`notice_status.${status}`)} />
}

export function HealthBadge({ state }: { state: HealthState }) {
  const { t } = useText()
  return <Status color={HEALTH[state]} text={t(`health_state.${state}`)} />
}

export function StepState({ state }: { state: AdminSetupStep["state"] }) {
  const { t } = useText()
  return <Status color={STEP[state]} text={t(`setup_state.${state}`)} />
}

export function RunState({ status }: { status: keyof typeof RUN }) {
  const { t } = useText()
  return <Status color={RUN[status]} text={t(`run_status.${status}`)} />
}

export function ReportState({ status }: { status: keyof typeof REPORT }) {
  const { t } = useText()
  return <Status color={REPORT[status]} text={t(`report_status.${status}`)} />
}
