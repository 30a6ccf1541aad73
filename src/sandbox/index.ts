export { createSandbox } from "./create-sandbox"
export type { PayOptions, Sandbox, SandboxOptions } from "./sandbox"
export { SandboxUsageError } from "./sandbox-usage-error"
export { signTestNotification } from "./sign-test-notification"
export { SANDBOX_KEYS } from "./well-known-keys"
export { MERCADOPAGO_SANDBOX_KEYS } from "./mercadopago/well-known-keys"
export type { MercadoPagoCredentials } from "./mercadopago/context"
export type { MercadoPagoSwitches } from "./mercadopago/switches"
export type { SandboxCredentials } from "./authorization-hash"
export type { PaymentOrder } from "./cash-desk"
export type { Delivery, DeliveryOutcome } from "./notices/delivery"
export type { NoticeOptions, NoticeOrder } from "./notices/notice-order"
export type { SandboxRequest } from "./request-log"
export type { SandboxPayment, SandboxVoucher } from "./sandbox-voucher"
export type { SettlementMistake } from "./settlement/mistakes"
export type {
  SandboxSettlementFormat,
  SettlementFile,
  SettlementFileOptions,
} from "./settlement/settlement-file"
export { DEFAULT_SWITCHES } from "./switches"
export type {
  AnswerFault,
  DropFault,
  Fault,
  SandboxFeeCard as FeeCard,
  FeeTier,
  HangFault,
  SandboxOperation,
  SandboxSwitches,
  SwitchChanges,
  SandboxStatus as VoucherStatus,
} from "./switches"
