import { code128 } from "../codes/code-128"
import { qrCode } from "../codes/qr-code"
import type { PaymentPoint } from "../content/payment-point"
import type { VoucherLanguage } from "../format/deadline"
import { pointText } from "../page/waiting-sections"
import { type VoucherDetails, voucherDetails } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import { type VoucherFonts, voucherFonts } from "./fonts"
import { type TextColumn, PdfPen, type PenStyle } from "./pdf-pen"
import { printableText } from "./wrap-text"

const SOFT = "56534b"
const CODE_GROUND = "ffdb4d"
const BOX_GROUND = "f4f2ec"
const ACCENT = "0b5a49"
/** Points. */
const COLUMN_GAP = 22
const BOX_PADDING = 10
const STEP_INDENT = 18
/** Two thirds of a millimetre a bar: what a hand scanner reads from office paper. */
const BARCODE_MODULE = 1.9
const BARCODE_HEIGHT = 56
const QR_SIDE = 104
const LOGO_BOX = { width: 110, height: 40 }
const LOGO_GAP = 10

interface Scribe {
  pen: PdfPen
  facts: VoucherDetails
  view: VoucherView
  style: Record<"title" | "heading" | "strong" | "body" | "soft" | "small" | "digits", PenStyle>
}

/**
 * The voucher as an A4 PDF with real text in an embedded font.
 *
 * @throws RangeError naming the field of the view that is wrong
 */
export function renderVoucherPdf(
  view: VoucherView,
  options: { lang?: VoucherLanguage } = {},
): Buffer {
  const lang = options.lang ?? "es"
  const facts = voucherDetails(view, lang)
  const fonts = voucherFonts()
  const info = {
    title: `${facts.wording.text("waiting.cip")} ${facts.cip} · ${facts.shop}`,
    language: lang === "es" ? "es-PE" : "en",
    createdAt: view.now,
  }
  const pen = new PdfPen([fonts.regular, fonts.bold], info)
  const scribe = { pen, facts, view, style: penStyles(fonts) }
  drawHead(scribe)
  if (view.status === "waiting") drawWaiting(scribe)
  else drawClosed(scribe)
  drawFoot(scribe)
  return pen.toBuffer()
}

function penStyles({ bold, regular }: VoucherFonts): Scribe["style"] {
  return {
    title: { font: bold, size: 20 },
    heading: { font: bold, size: 13.5 },
    strong: { font: bold, size: 11 },
    body: { font: regular, size: 11 },
    soft: { font: regular, size: 10, color: SOFT },
    small: { font: regular, size: 9.5, color: SOFT },
    digits: { font: bold, size: 40, align: "center" },
  }
}

function drawHead(scribe: Scribe): void {
  const { facts, pen, style, view } = scribe
  const { wording } = facts
  const order = facts.order === undefined ? "" : wording.text("page.order", { order: facts.order })
  pen.sideBySide(
    COLUMN_GAP,
    (column) => drawShop(scribe, column),
    (column) => pen.paragraph(order, { ...style.body, align: "right" }, column),
  )
  pen.skip(6)
  pen.fill([{ x: pen.body.x, y: pen.top, width: pen.body.width, height: 1.5 }], ACCENT)
  pen.skip(12)
  pen.paragraph(wording.text(`status.${view.status}`), { ...style.strong, color: ACCENT })
  pen.paragraph(wording.text(`${view.status}.title`, { amount: facts.amount }), style.title)
  pen.skip(4)
}

/** The logo with the name beside it, as on the page. */
function drawShop({ facts, pen, style, view }: Scribe, column: TextColumn): void {
  const name = printableText(facts.shop, style.heading.font) || facts.page.hostname
  const logo = view.shop.logoImage
  if (!logo) return pen.paragraph(name, style.heading, column)
  const top = pen.top
  const { width, height } = pen.image(logo, { x: column.x, ...LOGO_BOX })
  const indent = width + LOGO_GAP
  const beside = { x: column.x + indent, width: column.width - indent }
  pen.skip(Math.max(0, (height - pen.heightOf(name, style.heading, beside)) / 2))
  pen.paragraph(name, style.heading, beside)
  pen.top = Math.max(pen.top, top + height)
}

function drawWaiting(scribe: Scribe): void {
  const { facts, pen, style, view } = scribe
  const { wording } = facts
  pen.paragraph(wording.text("waiting.intro"), style.body)
  pen.skip(8)
  drawCode(scribe)
  pen.skip(8)
  drawAmountAndDeadline(scribe)
  pen.skip(6)
  pen.paragraph(wording.text("waiting.notice"), style.soft)
  pen.skip(12)
  pen.paragraph(wording.text("pay.title"), style.heading)
  pen.skip(4)
  pen.sideBySide(
    COLUMN_GAP,
    (column) => drawWay(scribe, "counter", column),
    (column) => drawWay(scribe, "online", column),
  )
  pen.skip(6)
  if (view.content.paymentPoints.length > 0) {
    pen.paragraph(wording.text("pay.points.note"), style.small)
  }
  pen.skip(8)
  drawCodes(scribe)
}

function drawCode({ facts, pen, style }: Scribe): void {
  pen.box(pen.body, 88, CODE_GROUND)
  pen.skip(BOX_PADDING)
  pen.paragraph(facts.wording.text("waiting.cip"), { ...style.strong, align: "center" })
  pen.paragraph(facts.groupedCip, style.digits)
  pen.skip(BOX_PADDING)
}

function drawAmountAndDeadline({ facts, pen, style }: Scribe): void {
  const { amount, deadline, wording } = facts
  const inner = (column: TextColumn): TextColumn => ({
    x: column.x + BOX_PADDING,
    width: column.width - 2 * BOX_PADDING,
  })
  const deadlineText = wording.text("waiting.deadline", { deadline })
  const big: PenStyle = { ...style.strong, size: 14 }
  const boxed = (column: TextColumn, write: (column: TextColumn) => void) => {
    pen.box(column, 72, BOX_GROUND)
    pen.skip(BOX_PADDING)
    write(inner(column))
    pen.skip(BOX_PADDING)
  }
  const top = pen.top
  pen.sideBySide(
    COLUMN_GAP / 2,
    (column) =>
      boxed(column, (place) => {
        pen.paragraph(wording.text("waiting.amount"), style.soft, place)
        pen.paragraph(amount, { ...style.strong, size: 18 }, place)
      }),
    (column) =>
      boxed(column, (place) => {
        pen.paragraph(deadlineText, big, place)
        pen.paragraph(wording.text("waiting.time_zone"), style.soft, place)
      }),
  )
  pen.top = Math.max(pen.top, top + 72)
}

function drawWay(
  { facts, pen, style, view }: Scribe,
  kind: PaymentPoint["kind"],
  column: TextColumn,
): void {
  const { wording } = facts
  const values = {
    company: facts.company,
    service: facts.service,
    cip: facts.groupedCip,
    amount: facts.amount,
  }
  pen.paragraph(wording.text(`pay.${kind}`), { ...style.strong, color: ACCENT }, column)
  pen.skip(2)
  const indented = { x: column.x + STEP_INDENT, width: column.width - STEP_INDENT }
  for (const step of [1, 2, 3, 4, 5] as const) {
    const top = pen.top
    pen.paragraph(`${step}.`, style.strong, column)
    pen.top = top
    pen.paragraph(wording.text(`pay.${kind}.${step}`, values), style.body, indented)
    pen.skip(2)
  }
  const points = view.content.paymentPoints.filter((point) => point.kind === kind)
  if (points.length === 0) return
  pen.skip(4)
  pen.paragraph(wording.text(`pay.points.${kind}`), style.strong, column)
  pen.paragraph(points.map((point) => pointText(point, facts)).join(", "), style.body, column)
}

function drawCodes({ facts, pen, style }: Scribe): void {
  const { wording } = facts
  const caption: PenStyle = { ...style.small, align: "center" }
  pen.reserve(QR_SIDE + 30)
  const top = pen.top
  pen.sideBySide(
    COLUMN_GAP,
    (column) => {
      const { bars, width } = code128(facts.cip)
      const module = Math.min(BARCODE_MODULE, column.width / width)
      const x = column.x + (column.width - width * module) / 2
      const y = top + (QR_SIDE - BARCODE_HEIGHT) / 2
      pen.fill(
        bars.map((bar) => ({
          x: x + bar.x * module,
          y,
          width: bar.width * module,
          height: BARCODE_HEIGHT,
        })),
        "000000",
      )
      pen.top = top + QR_SIDE
      pen.paragraph(wording.text("keep.barcode", { cip: facts.cip }), caption, column)
    },
    (column) => {
      const { runs, size } = qrCode(facts.pageUrl)
      const module = QR_SIDE / size
      const x = column.x + (column.width - QR_SIDE) / 2
      pen.fill(
        runs.map((run) => ({
          x: x + run.x * module,
          y: top + run.y * module,
          width: run.width * module,
          height: module,
        })),
        "000000",
      )
      pen.top = top + QR_SIDE
      pen.paragraph(wording.text("keep.qr"), caption, column, facts.pageUrl)
    },
  )
}

/** What a voucher says that can no longer, or need no longer, be paid. */
function drawClosed({ facts, pen, style, view }: Scribe): void {
  const { amount, deadline, paidAt, wording } = facts
  const status = view.status as Exclude<VoucherView["status"], "waiting">
  pen.paragraph(wording.text(`${status}.text`, { amount, deadline }), style.body)
  if (status === "paid" && paidAt !== undefined) {
    pen.paragraph(wording.text("paid.at", { date: paidAt }), style.body)
  }
  if (status === "voided") pen.paragraph(wording.text("voided.paid"), style.body)
  pen.skip(10)
  pen.paragraph(`${wording.text("waiting.cip")}: ${facts.groupedCip}`, style.body)
  if (status !== "paid" && status !== "reversed" && facts.reorderUrl !== undefined) {
    pen.paragraph(
      wording.text("expired.reorder"),
      { ...style.strong, color: ACCENT },
      pen.body,
      facts.reorderUrl,
    )
  }
}

function drawFoot({ facts, pen, style }: Scribe): void {
  const { contact, shop, wording } = facts
  pen.skip(12)
  if (contact !== undefined) {
    pen.paragraph(wording.text("page.contact", { shop, contact }), style.soft)
  }
  pen.paragraph(facts.pageUrl, { ...style.small, color: ACCENT }, pen.body, facts.pageUrl)
}
