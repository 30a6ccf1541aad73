import { barcodeSvg, qrSvg } from "../codes/code-svg"
import type { PaymentPoint } from "../content/payment-point"
import { groupCip, spellCip } from "../format/cip"
import type { VoucherLanguage } from "../format/deadline"
import { dayNames, formatTimeLeft } from "../format/time-left"
import { html, type SafeHtml } from "../html/html"
import type { VoucherDetails } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import { whatsappLink } from "../whatsapp"
import { unbroken, unbrokenTime } from "./unbroken"

/** What, how much and by when: enough to pay with, at the top of the page. */
export function codeSection(facts: VoucherDetails, language: VoucherLanguage): SafeHtml {
  const { wording } = facts
  const digits = groupCip(facts.cip).map((group) => html`<span>${group}</span>`)
  return html`<p class="intro">${wording.text("waiting.intro")}</p>
    <div class="code" id="code">
      <h2>${wording.text("waiting.cip")}</h2>
      <p class="digits" data-cip aria-hidden="true">${digits}</p>
      <p class="hidden-text">${spellCip(facts.cip)}</p>
      <button class="button" type="button" data-copy="${facts.cip}" data-needs-script hidden>
        <span data-label>${wording.text("waiting.copy")}</span>
      </button>
    </div>
    <dl class="facts">
      <div>
        <dt>${wording.text("waiting.amount")}</dt>
        <dd class="amount">${unbroken(facts.amount)}</dd>
      </div>
      <div>
        <dt class="hidden-text">${wording.text("waiting.time_zone")}</dt>
        <dd>
          ${wording.html("waiting.deadline", { deadline: unbrokenTime(facts.deadline) })}
          <small>${wording.text("waiting.time_zone")}</small>
          <span class="left">
            ${wording.text("waiting.time_left")}
            <span role="timer" aria-live="off" data-time-left
              >${formatTimeLeft(facts.remainingMs, dayNames(language))}</span
            >
          </span>
        </dd>
      </div>
    </dl>
    <p class="soft">${wording.text("waiting.notice")}</p>`
}

/** The two ways to pay; radio buttons switch between them without any script. */
export function waysSection(view: VoucherView, facts: VoucherDetails): SafeHtml {
  const { wording } = facts
  return html`<section class="card stack" aria-labelledby="pay-title">
    <h2 id="pay-title">${wording.text("pay.title")}</h2>
    <fieldset class="ways">
      <legend>${wording.text("pay.choose")}</legend>
      <input type="radio" name="way" id="way-counter" checked />
      <label for="way-counter">${wording.text("pay.counter")}</label>
      <input type="radio" name="way" id="way-online" />
      <label for="way-online">${wording.text("pay.online")}</label>
      ${(["counter", "online"] as const).map((kind) => wayPanel(kind, view, facts))}
    </fieldset>
    <p class="soft">${wording.text("pay.points.note")}</p>
  </section>`
}

function wayPanel(kind: PaymentPoint["kind"], view: VoucherView, facts: VoucherDetails): SafeHtml {
  const { wording } = facts
  const points = view.content.paymentPoints.filter((point) => point.kind === kind)
  return html`<div class="panel stack ${kind}">
    <p class="way-name">${wording.text(`pay.${kind}`)}</p>
    <ol class="steps">
      ${paymentSteps(kind, facts).map((step) => html`<li><span>${step}</span></li>`)}
    </ol>
    ${
      points.length > 0 &&
      html`<h3>${wording.text(`pay.points.${kind}`)}</h3>
        <ul class="points">
          ${points.map((point) => pointItem(point, facts))}
        </ul>`
    }
  </div>`
}

/** The numbered steps of one way, with what must be said or typed set off. */
export function paymentSteps(kind: PaymentPoint["kind"], facts: VoucherDetails): SafeHtml[] {
  const values = {
    company: facts.company,
    service: facts.service,
    cip: html`<strong>${unbroken(facts.groupedCip)}</strong>`,
    amount: html`<strong>${unbroken(facts.amount)}</strong>`,
  }
  return ([1, 2, 3, 4, 5] as const).map((step) => facts.wording.html(`pay.${kind}.${step}`, values))
}

function pointItem(point: PaymentPoint, { wording }: VoucherDetails): SafeHtml {
  return html`<li>
    ${point.name}${pointDetails(point, wording).map((detail) => html` <small>${detail}</small>`)}
  </li>`
}

/** Hours, fee and company code of a point, as far as they are configured. */
export function pointDetails(
  { hours, fee, companyCode }: PaymentPoint,
  wording: VoucherDetails["wording"],
): string[] {
  return [
    hours && wording.text("pay.points.hours", { hours }),
    fee && wording.text("pay.points.fee", { fee }),
    companyCode && wording.text("pay.points.company_code", { code: companyCode }),
  ].filter((detail): detail is string => Boolean(detail))
}

/** A point with its details in brackets, where points stand in one line. */
export function pointText(point: PaymentPoint, { wording }: VoucherDetails): string {
  const details = pointDetails(point, wording)
  return details.length > 0 ? `${point.name} (${details.join("; ")})` : point.name
}

export interface KeepLinks {
  pdf: string
  calendar: string
  ticket: string
}

/** Ways to take the code along: messages, paper, barcode and QR. */
export function keepSection(facts: VoucherDetails, links: KeepLinks): SafeHtml {
  const { wording } = facts
  return html`<section class="card stack" aria-labelledby="keep-title">
    <h2 id="keep-title" class="no-print">${wording.text("keep.title")}</h2>
    <div class="actions no-print">
      <a class="button" href="${whatsappLink(facts)}" target="_blank" rel="noopener noreferrer"
        >${wording.text("keep.whatsapp")}</a
      >
      <a class="button" href="${links.pdf}">${wording.text("keep.pdf")}</a>
      <a class="button" href="${links.calendar}">${wording.text("keep.calendar")}</a>
      <button class="button" type="button" data-print="a4" data-needs-script hidden>
        ${wording.text("keep.print")}
      </button>
      <a class="button" href="${links.ticket}" data-print="ticket"
        >${wording.text("keep.print_ticket")}</a
      >
    </div>
    <div class="codes">
      <figure>
        ${barcodeSvg(facts.cip, wording.text("keep.barcode", { cip: facts.cip }))}
        <figcaption>
          ${wording.html("keep.barcode", { cip: unbroken(facts.groupedCip) })}
        </figcaption>
      </figure>
      <figure>
        ${qrSvg(facts.pageUrl, wording.text("keep.qr"))}
        <figcaption>${wording.text("keep.qr")}</figcaption>
      </figure>
    </div>
  </section>`
}
