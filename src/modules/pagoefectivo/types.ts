import type { InferTypeOf } from "@medusajs/framework/types"
import type {
  Attempt,
  Case,
  CaseEvent,
  ClosedPeriod,
  ImportedTable,
  JobRun,
  Notice,
  NoticeRejection,
  Payout,
  PayoutChange,
  QuarantinedRow,
  Reconciliation,
  Refund,
  SettlementLine,
  SettlementReport,
  Voucher,
  VoucherEvent,
} from "./models"

export type VoucherRow = InferTypeOf<typeof Voucher>
export type AttemptRow = InferTypeOf<typeof Attempt>
export type NoticeRow = InferTypeOf<typeof Notice>
export type NoticeRejectionRow = InferTypeOf<typeof NoticeRejection>
export type RefundRow = InferTypeOf<typeof Refund>
export type CaseRow = InferTypeOf<typeof Case>
export type CaseEventRow = InferTypeOf<typeof CaseEvent>
export type VoucherEventRow = InferTypeOf<typeof VoucherEvent>
export type ClosedPeriodRow = InferTypeOf<typeof ClosedPeriod>
export type ImportedTableRow = InferTypeOf<typeof ImportedTable>
export type PayoutChangeRow = InferTypeOf<typeof PayoutChange>
export type PayoutRow = InferTypeOf<typeof Payout>
export type QuarantinedRowRow = InferTypeOf<typeof QuarantinedRow>
export type ReconciliationRow = InferTypeOf<typeof Reconciliation>
export type SettlementLineRow = InferTypeOf<typeof SettlementLine>
export type SettlementReportRow = InferTypeOf<typeof SettlementReport>
export type JobRunRow = InferTypeOf<typeof JobRun>

export type StoredVoucherStatus = VoucherRow["status"]
export type ClosingReason = NonNullable<VoucherRow["closing_reason"]>

/** `system`, `gateway`, `shopper`, or an admin user's id. */
export type Actor = string
