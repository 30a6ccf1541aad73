import { randomUUID } from "node:crypto"
import type { SandboxClock } from "./clock"
import { MAX_VOUCHERS } from "./limits"
import type { SandboxCurrency } from "./money"
import { SandboxUsageError } from "./sandbox-usage-error"
import type { SandboxStatus } from "./switches"

export type PaymentChannel = "bank" | "agent"

export interface PaymentRecord {
  operationNumber: string
  centimos: number
  currency: SandboxCurrency
  channel: PaymentChannel
  bank: string
  paidAt: Date
}

export interface NewVoucher {
  transactionCode: string
  centimos: number
  currency: SandboxCurrency
  expiresAt: Date
  /** All fields of the request as they came. */
  fields: Record<string, unknown>
  /** Sold through Mercado Pago: PagoEfectivo's own API and reports do not know it. */
  viaMercadoPago?: true
}

export interface SandboxVoucherRecord extends NewVoucher {
  cip: string
  /** GUID of the hosted page, and `token` of a search. */
  pageId: string
  createdAt: Date
  deletedAt: Date | null
  reversedAt: Date | null
  payments: PaymentRecord[]
  /** What the clock was ahead when the code was made: its own present starts there. */
  clockAheadMs: number
}

/** All codes, in memory. Numbers go on rising after `clear()`, so that no CIP is given twice. */
export class VoucherStore {
  private readonly byCip = new Map<string, SandboxVoucherRecord>()
  private readonly byPage = new Map<string, SandboxVoucherRecord>()
  private lastOperation = 1_000_000

  constructor(
    private readonly clock: SandboxClock,
    private nextCip: number,
  ) {}

  /** Null when the sandbox holds as many codes as it can. */
  create(voucher: NewVoucher): SandboxVoucherRecord | null {
    if (this.byCip.size >= MAX_VOUCHERS) {
      return null
    }
    const record: SandboxVoucherRecord = {
      ...voucher,
      cip: String(this.nextCip++),
      pageId: randomUUID().toUpperCase(),
      createdAt: this.clock.present(),
      deletedAt: null,
      reversedAt: null,
      payments: [],
      clockAheadMs: this.clock.aheadMs,
    }
    this.byCip.set(record.cip, record)
    this.byPage.set(record.pageId, record)
    return record
  }

  find(cip: string): SandboxVoucherRecord | undefined {
    return this.byCip.get(cip)
  }

  /** A code of the direct API. */
  findDirect(cip: string): SandboxVoucherRecord | undefined {
    const record = this.find(cip)
    return record?.viaMercadoPago ? undefined : record
  }

  findPage(pageId: string): SandboxVoucherRecord | undefined {
    return this.byPage.get(pageId.toUpperCase())
  }

  /** @throws SandboxUsageError when there is no such code. */
  require(cip: string): SandboxVoucherRecord {
    const record = this.find(cip)
    if (!record) {
      throw new SandboxUsageError(`There is no code with the CIP ${cip}`)
    }
    return record
  }

  /** Newest first. */
  list(): SandboxVoucherRecord[] {
    return [...this.byCip.values()].reverse()
  }

  clear(): void {
    this.byCip.clear()
    this.byPage.clear()
  }

  nextOperationNumber(): string {
    return String(++this.lastOperation)
  }

  /** The present of one code: how far the clock was advanced since the code was made. */
  nowOf(record: SandboxVoucherRecord): Date {
    return new Date(this.clock.now().getTime() - record.clockAheadMs)
  }

  statusOf(record: SandboxVoucherRecord): SandboxStatus {
    if (record.reversedAt) {
      return "reversed"
    }
    if (record.payments.length) {
      return "paid"
    }
    if (record.deletedAt) {
      return "deleted"
    }
    return this.nowOf(record) >= record.expiresAt ? "expired" : "generated"
  }
}
