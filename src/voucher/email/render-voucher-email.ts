import type { PaymentPoint } from "../content/voucher-content"
import { groupCip } from "../format/cip"
import { dayNames, formatTimeLeft } from "../format/time-left"
import type { SafeHtml } from "../html/html"
import { paymentSteps } from "../page/waiting-sections"
import { type VoucherFacts, voucherFacts } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import { plainSteps } from "./plain-steps"
import { buttonRow, codeRow, emailDocument, factRow, stepsRow, textRow } from "./email-document"

/** The four mails of a voucher's life. */
export type VoucherEmailKind = "issued" | "expiring" | "paid" | "expired"

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
  const facts = voucherFacts(view, "es")
  const { firstName, order, shop, wording } = facts
  const subject = emailSubject(kind, facts)
  const letter =
    kind === "paid" || kind === "expired" ? news(kind, facts) : payable(kind, facts, view)
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
export function emailSubject(kind: VoucherEmailKind, { amount, cip, shop, wording }: VoucherFacts) {
  return wording.text(`mail.${kind}.subject`, { cip, amount, shop })
}

/** A mail that carries a code to pay with. */
function payable(kind: "issued" | "expiring", facts: VoucherFacts, view: VoucherView): Letter {
  const { amount, cip, deadline, pageUrl, wording } = facts
  const time = formatTimeLeft(facts.remainingMs, dayNames("es"))
  const intro = wording.text(`mail.${kind}.text`, { time })
  const more = kind === "expiring" ? [wording.text("mail.expiring.paid")] : []
  const deadlineText = wording.text("waiting.deadline", { deadline })
  const attached = wording.text("mail.attached")
  const ways = (["counter", "online"] as const).map((kind) => wayOf(kind, facts, view))
  return {
    title: wording.text("waiting.title", { amount }),
    rows: [
      textRow(intro, "body"),
      codeRow(wording.text("waiting.cip"), groupCip(facts.cip)),
      factRow(wording.text("waiting.amount"), amount),
      factRow(wording.text("waiting.time_zone"), deadlineText),
      ...more.map((line) => textRow(line, "body")),
      buttonRow(wording.text("mail.open"), pageUrl),
      ...ways.map((way) => stepsRow(way.heading, way.steps, way.points)),
      textRow(wording.text("waiting.notice"), "soft"),
      textRow(attached, "soft"),
    ],
    lines: [
      intro,
      "",
      `${wording.text("waiting.cip")}: ${cip}`,
      `${wording.text("waiting.amount")}: ${amount}`,
      `${deadlineText} (${wording.text("waiting.time_zone")})`,
      "",
      ...more,
      `${wording.text("mail.open")}: ${pageUrl}`,
      ...ways.flatMap((way) => ["", way.heading, ...way.plainSteps, way.points]),
      "",
      wording.text("waiting.notice"),
      attached,
    ],
  }
}

function wayOf(kind: PaymentPoint["kind"], facts: VoucherFacts, view: VoucherView) {
  const { wording } = facts
  const points = view.content.paymentPoints.filter((point) => point.kind === kind)
  return {
    heading: wording.text(`pay.${kind}`),
    steps: paymentSteps(kind, facts),
    plainSteps: plainSteps(kind, facts).map((step, index) => `${index + 1}. ${step}`),
    points:
      points.length === 0
        ? ""
        : `${wording.text(`pay.points.${kind}`)}: ${points.map(({ name }) => name).join(", ")}.`,
  }
}

/** A mail that only tells what became of the code. */
function news(kind: "paid" | "expired", facts: VoucherFacts): Letter {
  const { amount, deadline, groupedCip, paidAt, pageUrl, reorderUrl, wording } = facts
  const paidLine = paidAt && wording.text("paid.at", { date: paidAt })
  const lines = [
    wording.text(`${kind}.text`, { amount, deadline }),
    ...(kind === "paid" && paidLine ? [paidLine] : []),
    ...(kind === "expired" ? [wording.text("expired.paid")] : []),
    `${wording.text("waiting.cip")}: ${groupedCip}`,
  ]
  const links = [
    ...(kind === "expired" && reorderUrl
      ? [{ label: wording.text("expired.reorder"), url: reorderUrl }]
      : []),
    { label: wording.text("mail.open"), url: pageUrl },
  ]
  return {
    title: wording.text(`${kind}.title`),
    rows: [
      ...lines.map((line) => textRow(line, "body")),
      ...links.map(({ label, url }) => buttonRow(label, url)),
    ],
    lines: [...lines, "", ...links.map(({ label, url }) => `${label}: ${url}`)],
  }
}
