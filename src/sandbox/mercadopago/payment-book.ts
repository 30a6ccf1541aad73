import type { NewVoucher, SandboxVoucherRecord, VoucherStore } from "../voucher-store"
import { FIRST_PAYMENT_ID } from "./limits"

/** A dispute about a payment: going on, lost by the merchant, or won. */
export type Dispute = "in_mediation" | "lost" | "won"

export interface BookedRefund {
  id: number
  centimos: number
  status: "approved" | "in_process" | "rejected"
  /** Mercado Pago itself gives back what was paid after the deadline. */
  by: "collector" | "admin"
  createdAt: Date
  idempotencyKey: string
}

/** What Mercado Pago knows of a code beyond the code itself. */
export interface BookedPayment {
  id: number
  voucher: SandboxVoucherRecord
  idempotencyKey: string
  notificationUrl: string | null
  refunds: BookedRefund[]
  dispute: Dispute | null
  updatedAt: Date
}

/** Payments over the same codes that the direct API sells: a CIP belongs to one of the two. */
export class PaymentBook {
  private readonly byId = new Map<string, BookedPayment>()
  private readonly byCip = new Map<string, BookedPayment>()
  private readonly byKey = new Map<string, BookedPayment>()
  private nextId = FIRST_PAYMENT_ID
  private nextRefundId = 1_000_000_001

  constructor(private readonly store: VoucherStore) {}

  /** Null when the sandbox holds as many codes as it can. */
  create(
    voucher: NewVoucher,
    terms: Pick<BookedPayment, "idempotencyKey" | "notificationUrl">,
  ): BookedPayment | null {
    const record = this.store.create({ ...voucher, viaMercadoPago: true })
    if (!record) {
      return null
    }
    const payment: BookedPayment = {
      ...terms,
      id: this.nextId++,
      voucher: record,
      refunds: [],
      dispute: null,
      updatedAt: record.createdAt,
    }
    this.byId.set(String(payment.id), payment)
    this.byCip.set(record.cip, payment)
    this.byKey.set(terms.idempotencyKey, payment)
    return payment
  }

  find(id: string): BookedPayment | undefined {
    return this.byId.get(id)
  }

  ofCip(cip: string): BookedPayment | undefined {
    return this.byCip.get(cip)
  }

  madeWith(idempotencyKey: string): BookedPayment | undefined {
    return this.byKey.get(idempotencyKey)
  }

  /** The CIP of a payment id; anything else as it is. */
  toCip(cipOrId: string): string {
    return this.byId.get(cipOrId)?.voucher.cip ?? cipOrId
  }

  /** Newest first. */
  list(): BookedPayment[] {
    return [...this.byId.values()].reverse()
  }

  refund(payment: BookedPayment, refund: Omit<BookedRefund, "id" | "createdAt">): BookedRefund {
    const createdAt = this.store.nowOf(payment.voucher)
    const made = { ...refund, id: this.nextRefundId++, createdAt }
    payment.refunds.push(made)
    this.touch(payment)
    return made
  }

  touch(payment: BookedPayment): void {
    payment.updatedAt = this.store.nowOf(payment.voucher)
  }

  clear(): void {
    this.byId.clear()
    this.byCip.clear()
    this.byKey.clear()
  }
}

/** What has been given back so far, in céntimos. */
export function refundedOf(payment: BookedPayment): number {
  return payment.refunds
    .filter(({ status }) => status === "approved")
    .reduce((sum, { centimos }) => sum + centimos, 0)
}

/** What was paid, or what is to be paid, in céntimos. */
export function amountOf({ voucher }: BookedPayment): number {
  return voucher.payments[0]?.centimos ?? voucher.centimos
}
