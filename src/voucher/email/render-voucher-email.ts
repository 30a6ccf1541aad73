import type { PaymentPoint } from "../content/payment-point"
import { groupCip } from "../format/cip"
import { html, type SafeHtml } from "../html/html"
import { safeLink } from "../html/safe-url"
import { unbroken, unbrokenTime } from "../page/unbroken"
import { paymentSteps, pointText } from "../page/waiting-sections"
import { type VoucherDetails, voucherDetails } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import type { WordingKey } from "../wording/wording"
import {
  buttonRow,
  codeRow,
  emailDocument,
  factRow,
  linkRow,
  stepsRow,
  textRow,
} from "./email-document"
import { plainSteps } from "./plain-steps"

/** The mails of a voucher's life. */
export type VoucherEmailKind = "issued" | "expiring" | "paid" | "expired" | "refunded"

export interface VoucherEmail {
  subject: string
  html: string
  text: string
}

interface Letter {
  title: string
  rows: SafeHtml[]
  lines: string[]
}

/**
 * One of a voucher's mails, in Spanish. The caller attaches the PDF to `issued` and `expiring`, which
 * say so.
 *
 * @throws RangeError naming the field of the view that is wrong
 */
export function renderVoucherEmail(kind: VoucherEmailKind, view: VoucherView): VoucherEmail {
  const facts = voucherDetails(view, "es")
  const { firstName, order, shop, wording } = facts
  const subject = emailSubject(kind, facts)
  const letter = letterOf(kind, facts, view)
  const hello =
    firstName === undefined ? [] : [`${wording.text("page.hello", { name: firstName })}:`]
  const orderLine = order === undefined ? [] : [wording.text("page.order", { order })]
  const foot = [
    ...(facts.contact === undefined
      ? []
      : [wording.text("page.contact", { shop, contact: facts.contact })]),
    wording.text("mail.why", { shop }),
  ]
  return {
    subject,
    html: emailDocument({
      title: subject,
      preview: letter.lines[0] ?? subject,
      rows: [
        textRow([shop, ...orderLine].join(" · "), "soft"),
        ...hello.map((line) => textRow(line, "body")),
        textRow(letter.title, "title"),
        ...letter.rows,
        ...foot.map((line) => textRow(line, "soft")),
      ],
    }),
    text: [...hello, letter.title, ...orderLine, "", ...letter.lines, "", "--", ...foot, ""].join(
      "\n",
    ),
  }
}

/** One line, whatever names it holds. */
export function emailSubject(kind: VoucherEmailKind, facts: VoucherDetails) {
  const { cip, shop, wording } = facts
  const amount = kind === "refunded" ? refundOf(facts).amount : facts.amount
  return wording.text(`mail.${kind}.subject`, { cip, amount, shop })
}

function letterOf(kind: VoucherEmailKind, facts: VoucherDetails, view: VoucherView): Letter {
  if (kind === "refunded") return refunded(facts)
  return kind === "paid" || kind === "expired" ? news(kind, facts) : payable(kind, facts, view)
}

/** A mail that carries a code to pay with. */
function payable(kind: "issued" | "expiring", facts: VoucherDetails, view: VoucherView): Letter {
  const { amount, cip, deadline, pageUrl, wording } = facts
  const intro = sentence(`mail.${kind}.text`, facts)
  const more = kind === "expiring" ? [wording.text("mail.expiring.paid")] : []
  const deadlineText = wording.text("waiting.deadline", { deadline })
  const attached = wording.text("mail.attached")
  const calendarUrl = safeLink(view.calendarUrl, facts.page)
  const ways = (["counter", "online"] as const).map((kind) => wayOf(kind, facts, view))
  return {
    title: wording.text("waiting.title", { amount }),
    rows: [
      textRow(intro.rich, "body"),
      codeRow(wording.text("waiting.cip"), groupCip(facts.cip)),
      factRow(unbroken(amount), { name: wording.text("waiting.amount") }),
      factRow(wording.html("waiting.deadline", { deadline: unbrokenTime(deadline) }), {
        note: wording.text("waiting.time_zone"),
      }),
      ...more.map((line) => textRow(line, "body")),
      buttonRow(wording.text("mail.open"), pageUrl),
      ...(calendarUrl ? [linkRow(wording.text("keep.calendar"), calendarUrl)] : []),
      ...ways.map((way) => stepsRow(way.heading, way.steps, way.points)),
      textRow(wording.text("waiting.notice"), "soft"),
      textRow(attached, "soft"),
    ],
    lines: [
      intro.text,
      "",
      `${wording.text("waiting.cip")}: ${cip}`,
      `${wording.text("waiting.amount")}: ${amount}`,
      `${deadlineText} (${wording.text("waiting.time_zone")})`,
      "",
      ...more,
      `${wording.text("mail.open")}: ${pageUrl}`,
      ...(calendarUrl ? [`${wording.text("keep.calendar")}: ${calendarUrl}`] : []),
      ...ways.flatMap((way) => ["", way.heading, ...way.plainSteps, way.points]),
      "",
      wording.text("waiting.notice"),
      attached,
    ],
  }
}

function wayOf(kind: PaymentPoint["kind"], facts: VoucherDetails, view: VoucherView) {
  const { wording } = facts
  const points = view.content.paymentPoints.filter((point) => point.kind === kind)
  return {
    heading: wording.text(`pay.${kind}`),
    steps: paymentSteps(kind, facts),
    plainSteps: plainSteps(kind, facts).map((step, index) => `${index + 1}. ${step}`),
    points:
      points.length === 0
        ? ""
        : `${wording.text(`pay.points.${kind}`)}: ${points.map((point) => pointText(point, facts)).join(", ")}.`,
  }
}

/** A mail that only tells what became of the code. */
function news(kind: "paid" | "expired", facts: VoucherDetails): Letter {
  const { groupedCip, pageUrl, reorderUrl, wording } = facts
  const told = [
    sentence(`${kind}.text`, facts),
    ...(kind === "paid" && facts.paidAt ? [sentence("paid.at", facts)] : []),
    ...(kind === "expired" ? [sentence("mail.expired.paid", facts)] : []),
  ]
  const cip = wording.text("waiting.cip")
  const open = { label: wording.text("mail.open_status"), url: pageUrl }
  const again =
    kind === "expired" && reorderUrl
      ? { label: wording.text("expired.reorder"), url: reorderUrl }
      : undefined
  return {
    title: wording.text(`${kind}.title`),
    rows: [
      ...told.map(({ rich }) => textRow(rich, "body")),
      textRow(html`${cip}: ${unbroken(groupedCip)}`, "body"),
      ...(again
        ? [buttonRow(again.label, again.url), linkRow(open.label, open.url)]
        : [buttonRow(open.label, open.url)]),
    ],
    lines: [
      ...told.map(({ text }) => text),
      `${cip}: ${groupedCip}`,
      "",
      ...[again, open].flatMap((link) => (link ? [`${link.label}: ${link.url}`] : [])),
    ],
  }
}

/** Money is on its way back. Nothing leads to the code's page, which tells of the payment. */
function refunded(facts: VoucherDetails): Letter {
  const { wording } = facts
  const { amount, day, reference } = refundOf(facts)
  const text = wording.text("mail.refunded.text", { date: day })
  const label = wording.text("mail.refunded.reference")
  const wait = wording.text("mail.refunded.wait")
  return {
    title: wording.text("mail.refunded.title", { amount }),
    rows: [textRow(text, "body"), factRow(reference, { name: label }), textRow(wait, "body")],
    lines: [text, `${label}: ${reference}`, "", wait],
  }
}

function refundOf({ refund }: VoucherDetails) {
  if (refund) return refund
  throw new RangeError("refund: found none, expected the one that the mail tells of")
}

/** A sentence as plain text, and as markup in which amounts and times don't break over two lines. */
function sentence(key: WordingKey, { amount, deadline, paidAt = "", wording }: VoucherDetails) {
  return {
    text: wording.text(key, { amount, deadline, date: paidAt }),
    rich: wording.html(key, {
      amount: unbroken(amount),
      deadline: unbrokenTime(deadline),
      date: unbrokenTime(paidAt),
    }),
  }
}
