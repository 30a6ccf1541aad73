import { html, type SafeHtml } from "../../../../../../voucher/html/html"
import { eventWords } from "./event-words"
import type { Evidence } from "./load-evidence"
import { exact, printedTable, type PrintedColumn } from "./printed-table"
import type { EvidenceWords } from "./words"

type Section = (evidence: Evidence, words: EvidenceWords) => SafeHtml

const codes: Section = ({ vouchers }, words) =>
  printedTable(
    words.label("codes"),
    [
      { name: words.label("code"), cell: ({ cip }) => cip },
      { name: words.label("state"), cell: ({ status }) => words.word("voucher_status", status) },
      {
        name: words.label("amount"),
        cell: ({ amount, currency_code }) => words.money(amount, currency_code),
        isFigure: true,
      },
      { name: words.label("issued"), cell: ({ issued_at }) => words.at(issued_at) },
      { name: words.label("deadline"), cell: ({ expires_at }) => words.at(expires_at) },
      { name: words.label("paid"), cell: ({ paid_at }) => words.at(paid_at) },
      {
        name: words.label("transaction"),
        cell: ({ transaction_code }) => exact(transaction_code),
      },
    ],
    vouchers,
    words.label("none"),
  )

const timeline: Section = ({ vouchers }, words) => {
  const events = vouchers
    .flatMap(({ cip, events: own }) => own.map((event) => ({ ...event, cip })))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const columns: PrintedColumn<(typeof events)[number]>[] = [
    { name: words.label("at"), cell: ({ at }) => words.at(at) },
    { name: words.label("code"), cell: ({ cip }) => cip },
    { name: words.label("what"), cell: (event) => eventWords(event, words) },
    { name: words.label("by"), cell: ({ actor }) => words.actor(actor) },
  ]
  return printedTable(words.label("timeline"), columns, events, words.label("none"))
}

const notices: Section = ({ notices: rows }, words) =>
  printedTable(
    words.label("notices"),
    [
      {
        name: words.label("received"),
        cell: ({ received_at, verdict }) =>
          html`${words.at(received_at)}<br />${words.word("verdict", verdict)}`,
      },
      {
        name: words.label("result"),
        cell: ({ outcome, status }) =>
          outcome ? words.word("notice_outcome", outcome) : words.word("notice_status", status),
      },
      {
        name: words.label("claimed"),
        cell: ({ claimed_amount, claimed_currency_code }) =>
          words.money(claimed_amount, claimed_currency_code),
        isFigure: true,
      },
      {
        name: words.label("operation"),
        cell: ({ operation_number }) => exact(operation_number),
      },
      {
        name: `${words.label("notice")}, SHA-256`,
        cell: ({ id, body_sha256 }) => html`${exact(id)}<br />${exact(body_sha256)}`,
      },
    ],
    rows,
    words.label("none"),
  )

const lines: Section = ({ settlement_lines }, words) =>
  printedTable(
    words.label("lines"),
    [
      {
        name: words.label("kind"),
        cell: ({ type, status, announced }) =>
          html`${words.word("line_type", type)},
          ${words.word("line_status", announced ? "announced" : status)}`,
      },
      { name: words.label("credited"), cell: ({ credited_at }) => words.at(credited_at) },
      {
        name: words.label("amount"),
        cell: ({ amount, currency_code }) => words.money(amount, currency_code),
        isFigure: true,
      },
      {
        name: words.label("fee"),
        cell: ({ fee, currency_code }) => words.money(fee, currency_code),
        isFigure: true,
      },
      {
        name: words.label("net"),
        cell: ({ net, currency_code }) => words.money(net, currency_code),
        isFigure: true,
      },
      {
        name: `${words.label("report")}, SHA-256`,
        cell: ({ line_number, report }) =>
          html`${report?.filename}, ${words.label("row", { row: line_number })}<br />${exact(report?.sha256 ?? null)}`,
      },
    ],
    settlement_lines,
    words.label("none"),
  )

const payouts: Section = ({ payouts: rows }, words) =>
  printedTable(
    words.label("payouts"),
    [
      { name: words.label("payout"), cell: ({ payout_id }) => exact(payout_id) },
      { name: words.label("credited"), cell: ({ last_credited_at }) => words.at(last_credited_at) },
      {
        name: words.label("gross"),
        cell: ({ gross, currency_code }) => words.money(gross, currency_code),
        isFigure: true,
      },
      {
        name: words.label("fee"),
        cell: ({ fees, currency_code }) => words.money(fees, currency_code),
        isFigure: true,
      },
      {
        name: words.label("net"),
        cell: ({ net, currency_code }) => words.money(net, currency_code),
        isFigure: true,
      },
      {
        name: words.label("deposit"),
        cell: ({ bank_deposit, currency_code }) => words.money(bank_deposit, currency_code),
        isFigure: true,
      },
      { name: words.label("reference"), cell: ({ bank_reference }) => bank_reference ?? "—" },
    ],
    rows,
    words.label("none"),
  )

const refunds: Section = ({ vouchers }, words) =>
  printedTable(
    words.label("refunds"),
    [
      { name: words.label("code"), cell: ({ cip }) => cip },
      { name: words.label("state"), cell: ({ status }) => words.word("refund_status", status) },
      {
        name: words.label("amount"),
        cell: ({ amount, currency_code }) => words.money(amount, currency_code),
        isFigure: true,
      },
      { name: words.label("asked"), cell: ({ created_at }) => words.at(created_at) },
      { name: words.label("returned"), cell: ({ transferred_at }) => words.at(transferred_at) },
      { name: words.label("number"), cell: ({ reference }) => exact(reference) },
    ],
    vouchers.flatMap(({ cip, refunds: own }) => own.map((refund) => ({ ...refund, cip }))),
    words.label("none"),
  )

const cases: Section = ({ cases: rows }, words) =>
  printedTable(
    words.label("cases"),
    [
      {
        name: words.label("reason"),
        cell: ({ id, reason }) => html`${words.word("reason_title", reason)}<br />${exact(id)}`,
      },
      { name: words.label("state"), cell: ({ status }) => words.word("case_status", status) },
      {
        name: words.label("at_risk"),
        cell: ({ amount_at_risk, currency_code }) => words.money(amount_at_risk, currency_code),
        isFigure: true,
      },
      {
        name: words.label("history"),
        cell: ({ history }) =>
          history.map(
            (entry) =>
              html`<p>
                ${words.at(entry.at)} · ${caseEventWords(entry.kind, words)} ·
                ${words.actor(entry.actor)}${entry.note && html`<br />${entry.note}`}
              </p>`,
          ),
      },
    ],
    rows,
    words.label("none"),
  )

/** A person's decision is told by its action's name. */
function caseEventWords(kind: string, words: EvidenceWords): string {
  const told = words.word("case_event", kind)
  return told === kind.replaceAll("_", " ") ? words.word("case_action", kind) : told
}

interface StorePayment {
  id: string
  provider_id: string
  amount: number | string
  currency_code: string
  captured_at: string | Date | null
  refunds?: { amount: number | string }[]
}

const payments: Section = ({ order }, words) =>
  printedTable<StorePayment>(
    words.label("payments"),
    [
      { name: words.label("payment"), cell: ({ id }) => exact(id) },
      { name: words.label("provider"), cell: ({ provider_id }) => exact(provider_id) },
      {
        name: words.label("amount"),
        cell: ({ amount, currency_code }) => words.money(String(amount), currency_code),
        isFigure: true,
      },
      { name: words.label("captured"), cell: ({ captured_at }) => words.at(captured_at) },
      {
        name: words.label("refunded"),
        cell: ({ refunds: made = [], currency_code }) =>
          made.map(({ amount }) => words.money(String(amount), currency_code)).join(" + ") || "—",
        isFigure: true,
      },
    ],
    paymentsOf(order),
    words.label("none"),
  )

function paymentsOf(order: Evidence["order"]): StorePayment[] {
  const collections = (order.payment_collections ?? []) as { payments?: StorePayment[] }[]
  return collections.flatMap(({ payments: made = [] }) => made)
}

/** In the order in which the money went. */
export const SECTIONS: Section[] = [
  codes,
  timeline,
  notices,
  payments,
  lines,
  payouts,
  refunds,
  cases,
]
