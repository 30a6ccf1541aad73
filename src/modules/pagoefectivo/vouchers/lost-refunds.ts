import type { ListedRefund } from "../../../gateways/gateway"
import { lockRow, type ModuleData } from "../module-data"
import type { SqlConnection } from "../sql/connection"
import type { RefundRow, VoucherRow } from "../types"
import { matchRefunds } from "./match-refunds"
import { isRest, readRefundBooks, refundTotal } from "./refund-books"
import { closeRefund } from "./refund-line"

/** Refunds whose answers were lost: what became of them, and whose they are. */
export class LostRefunds {
  constructor(
    private readonly data: ModuleData,
    private readonly sql: SqlConnection,
  ) {}

  /** Oldest first; see `RefundBooks`. */
  async of(voucherId: string): Promise<RefundRow[]> {
    return (await readRefundBooks(this.data, this.sql, voucherId)).lost
  }

  /** What the platform knows to be given back, or on its way, in céntimos. */
  async bookedTotal(voucherId: string): Promise<number> {
    return refundTotal((await readRefundBooks(this.data, this.sql, voucherId)).booked)
  }

  /** Whether all that was paid is given back with a recorded refund. */
  async takesRest(voucher: VoucherRow, refund: RefundRow): Promise<boolean> {
    return isRest(voucher, await readRefundBooks(this.data, this.sql, voucher.id), refund)
  }

  /** What the gateway's list says became of them; see `matchRefunds`. */
  match(voucher: VoucherRow, listed: ListedRefund[]): Promise<void> {
    return this.data.inTransaction(async (context) => {
      await lockRow(context, "pagoefectivo_voucher", voucher.id)
      const { all } = await readRefundBooks(this.data, this.sql, voucher.id, context)
      for (const { row, refund } of matchRefunds(all, listed, voucher.paid_centimos ?? 0)) {
        const status = row.status === "in_process" ? refund.status : row.status
        await closeRefund(this.data, row, { status, reference: refund.refundId }, context)
      }
    })
  }

  /**
   * A lost refund becomes the one that the platform asks for now.
   * @returns false when somebody else was faster
   */
  adopt(lost: RefundRow, idempotencyKey: string): Promise<boolean> {
    return this.data.inTransaction(async (context) => {
      await lockRow(context, "pagoefectivo_refund", lost.id)
      const { idempotency_key: key } = await this.data.retrieveRefund(lost.id, {}, context)
      if (key !== lost.idempotency_key) return false
      await this.data.updateRefunds({ id: lost.id, idempotency_key: idempotencyKey }, context)
      return true
    })
  }
}
