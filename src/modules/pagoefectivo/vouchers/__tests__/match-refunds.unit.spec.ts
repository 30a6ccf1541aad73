import type { ListedRefund } from "../../../../gateways/gateway"
import { matchRefunds } from "../match-refunds"

const ASKED = new Date("2026-10-07T14:00:00Z")
const minutes = (count: number) => new Date(ASKED.getTime() + count * 60_000)

const row = (id: string, changes: object = {}) => ({
  id,
  idempotency_key: id,
  status: "in_process" as const,
  reference: null as string | null,
  amount_centimos: 3000,
  created_at: ASKED,
  ...changes,
})

const listed = (refundId: string, changes: Partial<ListedRefund> = {}): ListedRefund => ({
  refundId,
  status: "approved",
  amount: "30.00",
  createdAt: minutes(0),
  ...changes,
})

const matched = (...[rows, refunds]: [ReturnType<typeof row>[], ListedRefund[]]) =>
  matchRefunds(rows, refunds, 7990).map(({ row, refund }) => `${row.id}=${refund.refundId}`)

describe("which of the gateway's refunds is ours", () => {
  it.each<[string, ReturnType<typeof row>[], ListedRefund[], string[]]>([
    ["the one of its amount", [row("a")], [listed("1")], ["a=1"]],
    ["none", [row("a")], [], []],
    ["none of another amount", [row("a")], [listed("1", { amount: "29.99" })], []],
    ["none that is another's", [row("a"), row("b", { reference: "1" })], [listed("1")], []],
    ["none that was made long before", [row("a")], [listed("1", { createdAt: minutes(-6) })], []],
    [
      "one by a clock that is behind",
      [row("a")],
      [listed("1", { createdAt: minutes(-4) })],
      ["a=1"],
    ],
    ["each one once", [row("a"), row("b")], [listed("1")], ["a=1"]],
    [
      "those that were made come first",
      [row("a"), { ...row("b"), status: "approved" as never }],
      [listed("1")],
      ["b=1"],
    ],
    [
      "the rest, once everything was given back",
      [row("a", { amount_centimos: 7990 })],
      [listed("1", { createdAt: minutes(-60) }), listed("2", { amount: "49.90" })],
      ["a=2"],
    ],
    [
      "not the rest while something is left",
      [row("a", { amount_centimos: 7990 })],
      [listed("2", { amount: "49.90" })],
      [],
    ],
  ])("%s", (_, rows, refunds, expected) => {
    expect(matched(rows, refunds)).toEqual(expected)
  })
})
