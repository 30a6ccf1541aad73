/**
 * What a store's own code may run, as Medusa workflows and as functions that take Medusa's
 * container. All of it may be repeated safely. See docs/workflows.md.
 */
export { reopenCase } from "./cases/reopen-case"
export { resolveCase, type CaseResolution } from "./cases/resolve-case"
export { resolveCaseWorkflow } from "./cases/resolve-case-workflow"
export { sendVoucherEmail, type EmailOutcome, type EmailRequest } from "./emails/send-voucher-email"
export { PagoEfectivoEvents, type PagoEfectivoEvent } from "./events"
export { confirmPayment, type Confirmation } from "./payments/confirm-payment"
export { confirmPaymentWorkflow } from "./payments/confirm-payment-workflow"
export { requestReconciliation, runReconciliations } from "./reconciliation/reconcile"
export { reconcileWorkflow, type ReconcileInput } from "./reconciliation/reconcile-workflow"
export { importReport, type ReportFile, type ReportImport } from "./settlement/import-report"
export { importSettlementReportWorkflow } from "./settlement/import-settlement-report-workflow"
export {
  closeVoucher,
  closeVoucherWorkflow,
  type BeforeOrderCanceledInput,
  type Closing,
} from "./vouchers/close-voucher"
export { loadVoucherView } from "./vouchers/load-voucher-view"
