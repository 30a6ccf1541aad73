import type { Context } from "@medusajs/framework/types"
import type { Money } from "../../../gateways/gateway"
import { formatCentimos } from "../../../peru/centimos"
import { limaDate } from "../../../peru/lima"
import { roundToCentimos } from "../../../peru/rounding"
import type { Announcer } from "../events/announcer"
import { PagoEfectivoEvents } from "../events/events"
import { queueEvents } from "../events/outbox"
import { lockRow, transactionOf, type ModuleData } from "../module-data"
import type { SqlConnection } from "../sql/connection"
import type { RefundRow, VoucherRow } from "../types"
import { isRest, readRefundBooks, refundTotal } from "./refund-books"
import { closeRefund, tellRefund } from "./refund-line"
import { refused } from "../../../errors/refusal"

export interface NewRefund {
  /** The platform's refund id: the same refund asked for twice is one row. */
  idempotencyKey: string
  /** Decimal text. */
  amount: string
  /**
   * `in_process`: the gateway is asked; `to_transfer`: a person has to make a bank transfer;
   * `transferred`: a person has made it, with the bank's `reference`.
   */
  status: "in_process" | "to_transfer" | "transferred"
  reference?: string
  /** An admin user's id. */
  recordedBy?: string
}

export interface RecordedRefund {
  refund: RefundRow
  takesRest: boolean
  isRepeat: boolean
}

/** A bank transfer that a person has made. */
export interface Transfer {
  /** When the bank made it. */
  at: Date
  /** The bank's. */
  reference: string
  /** An admin user's id. */
  recordedBy: string
}

/** Money given back, each step with its line in the voucher's timeline. */
export class Refunds {
  constructor(
    private readonly data: ModuleData,
    private readonly announcer: Announcer,
    private readonly sql: SqlConnection,
  ) {}

  /** Vouchers that have a refund, by `LIKE` patterns of their codes or by order; at most `limit`. */
  async vouchersNamed(
    named: { cip: string; transactionCode: string; orderIds: string[] },
    limit: number,
  ): Promise<string[]> {
    const { rows } = await this.sql.raw<{ rows: { id: string }[] }>(
      `SELECT v.id FROM pagoefectivo_voucher v
       WHERE v.deleted_at IS NULL
         AND (v.cip LIKE :cip OR v.transaction_code LIKE :transactionCode
              OR v.order_id = ANY(:orderIds))
         AND EXISTS (
           SELECT 1 FROM pagoefectivo_refund r WHERE r.voucher_id = v.id AND r.deleted_at IS NULL)
       LIMIT :limit`,
      { ...named, limit },
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Records money to be given back, or given back already, never more than was paid in all.
   * @returns also whether it was recorded before, and whether all that was paid is given back with it;
   *   lost refunds that were made are part of it then, and no longer told apart.
   * @throws MedusaError (not_allowed) naming what was paid, what is recorded and what was asked.
   */
  async record(voucherId: string, refund: NewRefund): Promise<RecordedRefund> {
    const { eventIds, ...recorded } = await this.data.inTransaction((context) =>
      this.recordWithin(context, voucherId, refund),
    )
    await this.announcer.announce(eventIds)
    return recorded
  }

  /** The same in a transaction that is under way; its events are to be announced after it. */
  async recordWithin(
    context: Context,
    voucherId: string,
    refund: NewRefund,
  ): Promise<RecordedRefund & { eventIds: string[] }> {
    await lockRow(context, "pagoefectivo_voucher", voucherId)
    const voucher = await this.data.retrieveVoucher(voucherId, {}, context)
    const books = await readRefundBooks(this.data, this.sql, voucherId, context)
    const asked = roundToCentimos(refund.amount)
    const known = books.all.find((one) => one.idempotency_key === refund.idempotencyKey)
    const takesRest = isRest(voucher, books, { id: known?.id, amount_centimos: asked })
    if (known) return { refund: known, takesRest, isRepeat: true, eventIds: [] }
    if (takesRest && books.lost.length > 0) {
      const ids = books.lost.map(({ id }) => id)
      await this.data.softDeleteRefunds(ids, {}, context)
    }
    requireCovered(voucher, takesRest ? books.booked : books.all, asked, refund.amount)
    const created = await this.data.createRefunds(
      {
        voucher_id: voucherId,
        idempotency_key: refund.idempotencyKey,
        amount_centimos: asked,
        currency_code: voucher.currency_code,
        status: refund.status,
        reference: refund.reference ?? null,
        transferred_at: refund.status === "transferred" ? new Date() : null,
        recorded_by: refund.recordedBy ?? null,
      },
      context,
    )
    await tellRefund(this.data, created, context)
    const isMade = refund.status === "transferred"
    const eventIds = isMade ? await this.queueTransferred(created, context) : []
    return { refund: created, takesRest, isRepeat: false, eventIds }
  }

  /**
   * A person has made the transfer of a refund. Said again with the same reference it changes nothing.
   * @throws MedusaError (not_found; not_allowed when nobody has to transfer it, or when it was
   *   transferred under another reference; invalid_data for a day before the payment)
   */
  async transferred(id: string, { at, reference, recordedBy }: Transfer): Promise<RefundRow> {
    const { refund, eventIds } = await this.data.inTransaction(async (context) => {
      await lockRow(context, "pagoefectivo_refund", id)
      const known = await this.data.retrieveRefund(id, {}, context)
      if (known.status === "transferred" && known.reference === reference) {
        return { refund: known, eventIds: [] }
      }
      requireToTransfer(known)
      requireAfterPayment(await this.data.retrieveVoucher(known.voucher_id, {}, context), at)
      const made = await this.data.updateRefunds(
        { id, status: "transferred", reference, transferred_at: at, recorded_by: recordedBy },
        context,
      )
      await tellRefund(this.data, made, context)
      return { refund: made, eventIds: await this.queueTransferred(made, context) }
    })
    await this.announcer.announce(eventIds)
    return refund
  }

  /** What the gateway made of a refund that was asked of it. */
  end(
    idempotencyKey: string,
    status: "approved" | "in_process" | "rejected",
    reference: string | null,
  ): Promise<void> {
    return this.data.inTransaction(async (context) => {
      const [found] = await this.data.listRefunds(
        { idempotency_key: idempotencyKey },
        { take: 1, select: ["id"] },
        context,
      )
      if (!found) return
      await lockRow(context, "pagoefectivo_refund", found.id)
      const known = await this.data.retrieveRefund(found.id, {}, context)
      await closeRefund(this.data, known, { status, reference }, context)
    })
  }

  /**
   * Refunds that were in process are made once the gateway has given back as much as all of them. One
   * that it still works on, or has refused since, stays in process: the report will tell.
   */
  async confirm(voucherId: string, refunded: Money, context: Context): Promise<void> {
    const refunds = await this.data.listRefunds(
      { voucher_id: voucherId, status: ["in_process", "approved"] },
      {},
      context,
    )
    const open = refunds.filter(({ status }) => status === "in_process")
    const total = refunds.reduce((sum, { amount_centimos }) => sum + amount_centimos, 0)
    if (open.length === 0 || roundToCentimos(refunded.amount) < total) return
    const made = await this.data.updateRefunds(
      open.map(({ id }) => ({ id, status: "approved" as const, transferred_at: new Date() })),
      context,
    )
    for (const refund of made) await tellRefund(this.data, refund, context)
  }

  private queueTransferred({ id, voucher_id }: RefundRow, context: Context): Promise<string[]> {
    const event = {
      name: PagoEfectivoEvents.REFUND_TRANSFERRED,
      subjectId: voucher_id,
      data: { refund_id: id },
    }
    return queueEvents(transactionOf(context), [event])
  }
}

function requireToTransfer({ status, reference, transferred_at }: RefundRow): void {
  if (status === "to_transfer") return
  if (status !== "transferred") throw refused("refund_not_by_hand", { status })
  const day = transferred_at ? limaDate(new Date(transferred_at).getTime()) : "unknown"
  throw refused("refund_is_transferred", { day, reference: reference ?? "unknown" })
}

/** A year that was typed wrong would stand in the books and in the shopper's mail. */
function requireAfterPayment({ issued_at, paid_at }: VoucherRow, at: Date): void {
  const paid = limaDate(new Date(paid_at ?? issued_at).getTime())
  const day = limaDate(at.getTime())
  if (day >= paid) return
  throw refused("transfer_before_payment", { day, paid_day: paid })
}

function requireCovered(
  voucher: VoucherRow,
  recorded: RefundRow[],
  asked: number,
  amount: string,
): void {
  const before = refundTotal(recorded)
  const paid = voucher.paid_centimos ?? 0
  if (asked > 0 && before + asked <= paid) return
  const isWaiting = recorded.some(({ status }) => status === "to_transfer")
  throw refused(isWaiting ? "refund_above_paid_with_waiting" : "refund_above_paid", {
    amount,
    paid: formatCentimos(paid),
    cip: voucher.cip,
    refunded: formatCentimos(before),
    currency: voucher.currency_code,
  })
}
