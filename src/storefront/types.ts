import type { VoucherCurrency } from "../voucher/format/money"
import type { VoucherStatus } from "../voucher/format/voucher-status"

export type { VoucherCurrency, VoucherStatus }

/** `data.voucher` of a PagoEfectivo payment session, as any Medusa storefront reads it. */
export interface SessionVoucher {
  id?: string
  cip: string
  status: VoucherStatus
  /** ISO 8601 in UTC. */
  expires_at: string
  /** ISO 8601 in UTC; null until it is paid. */
  paid_at?: string | null
  /** The company and the service to ask for at a bank or an agent. */
  company_name?: string
  service_name?: string
  /** The vendor's own page of the code. */
  url?: string | null
  /** This plugin's page of the code. */
  page_url: string
}

/** `data` of a PagoEfectivo payment session once its cart is completed. */
export interface SessionData {
  /** Decimal string with two digits. */
  amount: string
  currency_code: VoucherCurrency
  voucher: SessionVoucher
}

/** A voucher as the store route answers it. */
export interface StoreVoucher {
  cip: string
  status: VoucherStatus
  amount: string
  currency_code: VoucherCurrency
  expires_at: string
  paid_at?: string | null
  pdf_url?: string
  reorder_url?: string | null
  /** The server's clock, ISO 8601 in UTC. */
  now: string
}

/** One of the `limits` that `GET /store/pagoefectivo/limits` answers. */
export interface PaymentLimits {
  provider_id: string
  /** Lower case. A currency that is not listed is not taken. */
  currency_code: string
  /** Decimal strings with two digits. */
  minimum_amount: string
  maximum_amount: string
}

/**
 * - `updated`: the status changed.
 * - `unchanged`: asked, and still the same.
 * - `too_many`: asked too often; try again in a minute.
 * - `failed`: no answer; nothing is known.
 */
export type CheckOutcome = "updated" | "unchanged" | "too_many" | "failed"
