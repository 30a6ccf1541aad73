import { Admin } from "./admin"
import type { BootedShop } from "./booted-shop"
import { eventually } from "./eventually"
import type { Case, Run } from "./settlement-nights"
import { uploadReport } from "./upload"

type Mistake = NonNullable<Parameters<BootedShop["sandbox"]["settlementFile"]>[0]["mutate"]>[number]

const FIELDS = "external_reference,payment_id,status,amount,currency,date_created,date_credited"

/** A report in the standard format, of payments that were made and credited now. */
export function reportOf(...rows: string[]): string {
  const now = new Date().toISOString()
  return [FIELDS, ...rows.map((row) => `${row},${now},${now}`), ""].join("\n")
}

/** Whoever brings the reports of a shop and has them reconciled. */
export class SettlementDesk {
  private constructor(
    private readonly shop: BootedShop,
    readonly admin: Admin,
  ) {}

  static async open(shop: BootedShop): Promise<SettlementDesk> {
    return new SettlementDesk(shop, await Admin.logIn(shop.store))
  }

  async reconcile(scope: { from?: string; to?: string } = {}): Promise<Run> {
    const { status, body } = await this.admin.call<{ reconciliation: Run }>(
      "/admin/pagoefectivo/reconciliations",
      { body: scope },
    )
    expect(status).toBe(202)
    return eventually(
      async () =>
        (
          await this.admin.must<{ reconciliation: Run }>(
            `/admin/pagoefectivo/reconciliations/${body.reconciliation.id}`,
          )
        ).reconciliation,
      (run) => run.status === "completed" || run.status === "failed",
      { what: "the end of the reconciliation" },
    )
  }

  async casesOf(query: string): Promise<Case[]> {
    return (
      await this.admin.must<{ cases: Case[] }>(`/admin/pagoefectivo/cases?limit=100&${query}`)
    ).cases
  }

  /** An order that is paid at the gateway and captured in the store. */
  async paidOrder(): Promise<{ orderId: string; voucherId: string; cip: string }> {
    const { order, voucher } = await this.shop.shopper.placeOrder()
    await this.shop.sandbox.pay(voucher.cip)
    await eventually(
      () => this.shop.shopper.order(order.id),
      (found) => found.payment_status === "captured",
      { what: "the captured payment" },
    )
    return { orderId: order.id, voucherId: voucher.id, cip: voucher.cip }
  }

  /** Paid, and no notice tells the store so. */
  async paySilently(cip: string): Promise<void> {
    await this.shop.sandbox.behave({ noticesSuppressed: true })
    await this.shop.sandbox.pay(cip)
    await this.shop.sandbox.behave({ noticesSuppressed: false })
  }

  /** The sandbox's own report, cut down to one code. */
  async uploadSettlement(cip: string, ...mutate: Mistake[]): Promise<void> {
    const file = await this.shop.sandbox.settlementFile({ format: "standard_csv", mutate })
    const [header, ...rows] = file.content.toString().split(/\r?\n/)
    const own = rows.filter((row) => row.includes(`,${cip},`))
    const { status, body } = await uploadReport(
      this.admin,
      file.filename,
      `${[header, ...own].join("\n")}\n`,
    )
    expect([status, body.settlement_report?.lines_count]).toEqual([201, own.length])
  }
}
