import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import * as models from "./models"
import type { SqlConnection } from "./sql/connection"

/** The module's rows as Medusa generates access to them, with the module's own entity events. */
export class ModuleData extends MedusaService({
  Attempt: models.Attempt,
  Case: models.Case,
  CaseEvent: models.CaseEvent,
  ClosedPeriod: models.ClosedPeriod,
  ImportedTable: models.ImportedTable,
  JobRun: models.JobRun,
  Notice: models.Notice,
  NoticeRejection: models.NoticeRejection,
  Payout: models.Payout,
  PayoutChange: models.PayoutChange,
  QuarantinedRow: models.QuarantinedRow,
  Reconciliation: models.Reconciliation,
  Refund: models.Refund,
  SettlementLine: models.SettlementLine,
  SettlementReport: models.SettlementReport,
  Voucher: models.Voucher,
  VoucherEvent: models.VoucherEvent,
}) {
  /** Runs `work` in one transaction; its context goes to every call that belongs to it. */
  @InjectTransactionManager()
  async inTransaction<Result>(
    work: (context: Context) => Promise<Result>,
    @MedusaContext() context: Context = {},
  ): Promise<Result> {
    return work(context)
  }
}

/** The connection of a context's transaction, for statements that Medusa has no words for. */
export function transactionOf(context: Context): SqlConnection {
  const manager = context.transactionManager as { getTransactionContext(): SqlConnection }
  return manager.getTransactionContext()
}

/** Keeps others from changing a row until the transaction ends. */
export async function lockRow(context: Context, table: string, id: string): Promise<void> {
  await transactionOf(context)(table).where({ id }).forUpdate().select("id")
}
