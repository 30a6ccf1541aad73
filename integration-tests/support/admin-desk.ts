import { Admin } from "./admin"
import type { BootedShop } from "./booted-shop"
import { eventually } from "./eventually"
import type { HttpAnswer, Order, Voucher } from "./shopper"

export type Row = Record<string, unknown> & { id: string }

export const ADMIN_API = "/admin/pagoefectivo"

/** An admin at the plugin's routes, and what has happened in the shop before one looks. */
export class AdminDesk {
  private cases = 0

  private constructor(
    private readonly shop: BootedShop,
    readonly admin: Admin,
    readonly adminId: string,
  ) {}

  static async open(shop: BootedShop): Promise<AdminDesk> {
    const admin = await Admin.logIn(shop.store)
    const { user } = await admin.must<{ user: { id: string } }>("/admin/users/me")
    return new AdminDesk(shop, admin, user.id)
  }

  get<Body = Record<string, unknown>>(path: string): Promise<HttpAnswer<Body>> {
    return this.admin.call<Body>(`${ADMIN_API}${path}`)
  }

  post<Body = Record<string, unknown>>(
    path: string,
    body: unknown = {},
  ): Promise<HttpAnswer<Body>> {
    return this.admin.call<Body>(`${ADMIN_API}${path}`, { method: "POST", body })
  }

  async voucher({ id }: Voucher): Promise<Row & { events: Row[]; notices: Row[] }> {
    const { body } = await this.get<{ voucher: Row & { events: Row[]; notices: Row[] } }>(
      `/vouchers/${id}`,
    )
    return body.voucher
  }

  /** An order whose notice has had all its effect. */
  async paidOrder(): Promise<{ order: Order; voucher: Voucher }> {
    const placed = await this.shop.shopper.placeOrder()
    await this.shop.sandbox.pay(placed.voucher.cip)
    await eventually(
      () => this.voucher(placed.voucher),
      ({ notices }) => notices[0]?.status === "processed",
      { what: "the processed notice" },
    )
    return placed
  }

  /** A case as a night of reconciliation leaves it. */
  async givenCase(values: Record<string, unknown> = {}): Promise<string> {
    const id = `pecas_test${String(++this.cases).padStart(4, "0")}`
    const row: Record<string, unknown> = {
      id,
      key: `test:${id}`,
      reason: "fee_mismatch",
      status: "open",
      expected: { fee: "1.89" },
      actual: { fee: "2.06" },
      amount_at_risk_centimos: 17,
      currency_code: "pen",
      facts_hash: "0",
      opened_at: new Date(),
      ...values,
    }
    const names = Object.keys(row)
    await this.shop.database.query(
      `INSERT INTO pagoefectivo_case (${names.join(", ")})
       VALUES (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row),
    )
    return id
  }

  /** As many cases of one payout, more than one asks for by hand. */
  async givenManyCases(count: number, payoutId: string): Promise<void> {
    await this.shop.database.query(
      `INSERT INTO pagoefectivo_case (id, key, reason, expected, actual, amount_at_risk_centimos,
         currency_code, facts_hash, opened_at, payout_id)
       SELECT $2 || n, $2 || n, 'held', '{}', '{}', 1, 'pen', '0', now(), $2
       FROM generate_series(1, $1) n`,
      [count, payoutId],
    )
  }

  async forgetCases(payoutId: string): Promise<void> {
    await this.shop.database.query("DELETE FROM pagoefectivo_case WHERE payout_id = $1", [payoutId])
  }
}
