import "../../config/require-medusa"
import { Module } from "@medusajs/framework/utils"
import { joinerConfig } from "./joiner-config"
import { PagoEfectivoModuleService } from "./service"

/** The name under which the container knows the plugin's data. */
export const PAGOEFECTIVO_MODULE = "pagoefectivo"

const config = joinerConfig(PAGOEFECTIVO_MODULE)
Object.assign(PagoEfectivoModuleService.prototype, { __joinerConfig: () => config })

export { PagoEfectivoModuleService }
export { CaseConflictError } from "./cases/change-case"
export { ClosedPeriodError } from "./cases/closed-period"
export { PagoEfectivoEvents, type PagoEfectivoEvent } from "./events/events"
export { payoutRecordId, readPayoutRecordId } from "./payouts/payout-id"
export { PAYOUT_LINE_ORDERS } from "./payouts/payout-lines"
export { PAYOUT_ORDERS, PAYOUT_STATES } from "./payouts/payouts"
export { RunLostError } from "./reconciliation/runs"
export { SettingConflictError, SettingInClosedPeriodError } from "./settings/setting-changes"
export { readPayerAside, readTableAside } from "./settlement/staging/read-aside"
export { stageReport } from "./settlement/staging/stage-report"
export { UNSETTLED_JOB } from "./settlement/unsettled"
export * from "./vouchers/decisions"
export { VOUCHER_DAYS_JOB } from "./vouchers/voucher-days"

export type { CaseFacts } from "./cases/case-facts"
export type { DecidedCase } from "./cases/case-writer"
export type { CaseChange } from "./cases/change-case"
export type { EarlierCase } from "./cases/run-cases"
export type { CaseScope } from "./cases/write-cases"
export type { BankDeposit, RefusedRow, AppliedRows } from "./payouts/deposits"
export type {
  PayoutKey,
  RecordedPayoutChange as PayoutChange,
  PayoutValues,
} from "./payouts/payout-changes"
export type { PayoutLineQuery, PayoutLineRecord, SuspectRecord } from "./payouts/payout-lines"
export type { PayoutQuery, PayoutSummary } from "./payouts/payouts"
export type { CleanMatchTerms } from "./reconciliation/candidates"
export type * from "./reconciliation/facts"
export type { ClaimedRun, RunProgress, RunRequest } from "./reconciliation/runs"
export type { UnfinishedCheckout } from "./orders/unfinished-checkouts"
export type { UnansweredRefund } from "./refunding/unanswered-refunds"
export type { FeePeriod, OtherFees } from "./settlement/charged-fees"
export type { ListedRate } from "./settlement/exchange-rates"
export type { UnreadCause, UnreadReport, UnreadRows } from "./settlement/unread-rows"
export type { ReportChange } from "./settlement/report-history"
export type { AppliedReport, LeftOut, ReportTarget } from "./settlement/import-rows"
export type { Found, FoundPayout, SearchMeaning, SearchTerms } from "./search/search-terms"
export type { FileOutcome } from "./settlement/source-files"
export type { SettingChange } from "./settings/setting-changes"
export type { AppliedTable, ApplyRows } from "./settlement/imported-tables"
export type { TableRowKinds } from "./settlement/staging/messages"
export type { SqlConnection } from "./sql/connection"
export type * from "./types"
export type { VoucherDaySum } from "./vouchers/voucher-days"

export default Module(PAGOEFECTIVO_MODULE, { service: PagoEfectivoModuleService })
export type { KeptReason } from "./vouchers/timeline"
