/**
 * What a store's own code may run, with Medusa's container. All of it may be repeated safely.
 */
export { closeVoucher, type Closing } from "./vouchers/close-voucher"
export { confirmPayment, type Confirmation } from "./payments/confirm-payment"
export { PagoEfectivoEvents, type PagoEfectivoEvent } from "./events"
export { loadVoucherView } from "./vouchers/load-voucher-view"
export { reopenCase } from "./cases/reopen-case"
export { resolveCase, type CaseResolution } from "./cases/resolve-case"
export { sendVoucherEmail, type EmailOutcome, type EmailRequest } from "./emails/send-voucher-email"
