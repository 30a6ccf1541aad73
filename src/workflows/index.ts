/**
 * What a store's own code may run, with Medusa's container. All of it may be repeated safely.
 */
export { closeVoucher, type Closing } from "./close-voucher"
export { confirmPayment, type Confirmation } from "./confirm-payment"
export { PagoEfectivoEvents, type PagoEfectivoEvent } from "./events"
export { loadVoucherView } from "./load-voucher-view"
export { reopenCase } from "./reopen-case"
export { resolveCase, type CaseResolution } from "./resolve-case"
export { sendVoucherEmail, type EmailOutcome, type EmailRequest } from "./send-voucher-email"
