import type { VoucherLanguage } from "../format/deadline"
import { dayNames } from "../format/time-left"
import { html, type SafeHtml } from "../html/html"
import { safeLink, safeLogo, withParameter } from "../html/safe-url"
import { PLAIN_REFRESH_SECONDS } from "../limits"
import { type VoucherDetails, voucherDetails } from "../voucher-facts"
import type { VoucherView } from "../voucher-view"
import { CHECK_ANCHOR, type CheckResult, checkSection } from "./check-section"
import { pageHeaders } from "./page-headers"
import { pageScript, type PageScriptData } from "./page-script"
import { pageShell, type PrintLayout } from "./page-shell"
import { unbroken, unbrokenTime } from "./unbroken"
import { codeSection, keepSection, waysSection } from "./waiting-sections"

export interface VoucherPageOptions {
  lang: VoucherLanguage
  /** Fresh for every answer, at least 16 base64 characters. */
  nonce: string
  /** What `?print=` asked for; the script switches it without a reload. */
  layout?: PrintLayout
  /** Set after "Ya pagué" was sent without JavaScript. */
  checkResult?: CheckResult
  /** Origins that may show the page in a frame; none by default. */
  frameAncestors?: readonly string[]
}

export interface RenderedPage {
  html: string
  headers: Record<string, string>
}

/**
 * The voucher page and the headers it must be sent with.
 *
 * @throws RangeError naming the field of the view or the option that is wrong
 */
export function renderVoucherPage(view: VoucherView, options: VoucherPageOptions): RenderedPage {
  const { lang, nonce, frameAncestors } = options
  const facts = voucherDetails(view, lang)
  const headers = pageHeaders({ language: lang, nonce, ...(frameAncestors && { frameAncestors }) })
  const waiting = view.status === "waiting"
  return {
    headers,
    html: pageShell({
      language: lang,
      nonce,
      title: pageTitle(view, facts),
      body: pageBody(view, facts, options),
      script: pageScript,
      ...(options.layout && { layout: options.layout }),
      ...(waiting && { refresh: plainRefresh(facts, options) }),
    }),
  }
}

/** An answer to "Ya pagué" is not said again a minute later, and the page stays where it is. */
function plainRefresh({ pageUrl }: VoucherDetails, { checkResult }: VoucherPageOptions): string {
  const address = checkResult && `;url=${pageUrl}#${CHECK_ANCHOR}`
  return `${PLAIN_REFRESH_SECONDS}${address ?? ""}`
}

function pageTitle(view: VoucherView, { amount, shop, wording }: VoucherDetails): string {
  if (view.status === "waiting") return wording.text("page.title", { amount, shop })
  return `${wording.text(`${view.status}.title`)} · ${shop}`
}

function pageBody(view: VoucherView, facts: VoucherDetails, options: VoucherPageOptions): SafeHtml {
  const { wording } = facts
  return html`${
      view.status === "waiting" &&
      html`<a class="skip" href="#code">${wording.text("page.skip")}</a>`
    }
    <p class="hidden-text" role="status" aria-live="polite" data-announcer></p>
    <div class="page">
      ${pageHeader(view, facts, options.lang)}
      <main class="${view.status}" data-page="${JSON.stringify(scriptData(view, facts, options))}">
        ${mainSections(view, facts, options)}
      </main>
      <footer class="stack">
        ${
          facts.contact !== undefined &&
          html`<p>
            ${wording.html("page.contact", {
              shop: html`<bdi>${facts.shop}</bdi>`,
              contact: html`<bdi>${facts.contact}</bdi>`,
            })}
          </p>`
        }
        <p class="no-print">
          ${wording.html("page.footer", {
            company: facts.company,
            shop: html`<bdi>${facts.shop}</bdi>`,
          })}
        </p>
      </footer>
    </div>`
}

function pageHeader(view: VoucherView, facts: VoucherDetails, lang: VoucherLanguage): SafeHtml {
  const logo = safeLogo(view.shop.logoUrl, facts.page)
  const other = lang === "es" ? "en" : "es"
  return html`<header>
    <p class="shop">
      ${logo !== undefined && html`<img src="${logo}" alt="" />`}<bdi>${facts.shop}</bdi>
    </p>
    <a
      class="language"
      hreflang="${other}"
      lang="${other}"
      href="${withParameter(facts.page, "lang", other)}"
      >${facts.wording.text("page.other_language")}</a
    >
  </header>`
}

function mainSections(
  view: VoucherView,
  facts: VoucherDetails,
  { checkResult, lang }: VoucherPageOptions,
): SafeHtml {
  const checkUrl = safeLink(view.checkUrl, facts.page) ?? facts.pageUrl
  const check = () => checkSection(facts, lang, checkUrl, checkResult)
  const lead = (content: SafeHtml) => leadSection(view, facts, content)
  if (view.status === "waiting") {
    const fileLink = (url: string) => {
      const link = safeLink(url, facts.page) ?? facts.pageUrl
      return lang === "es" ? link : withParameter(link, "lang", lang)
    }
    const links = {
      pdf: fileLink(view.pdfUrl),
      calendar: fileLink(view.calendarUrl),
      ticket: withParameter(facts.pageUrl, "print", "ticket"),
    }
    return html`${lead(codeSection(facts, lang))} ${waysSection(view, facts)} ${check()}
    ${keepSection(facts, links)}`
  }
  return html`${lead(closedContent(view, facts))} ${view.status === "expired" && check()}`
}

/** The state and the order, above what this state has to say. */
function leadSection(view: VoucherView, facts: VoucherDetails, content: SafeHtml): SafeHtml {
  const { amount, firstName, order, wording } = facts
  return html`<section class="card stack">
    <div class="lead">
      <p class="pill">${wording.text(`status.${view.status}`)}</p>
      ${order !== undefined && html`<p>${wording.text("page.order", { order })}</p>`}
    </div>
    ${
      firstName !== undefined &&
      html`<p>${wording.html("page.hello", { name: html`<bdi>${firstName}</bdi>` })}</p>`
    }
    <h1 tabindex="-1">
      ${wording.html(`${view.status}.title`, {
        amount: unbroken(amount),
      })}
    </h1>
    ${content}
  </section>`
}

/** What a voucher says that can no longer, or need no longer, be paid. */
function closedContent(view: VoucherView, facts: VoucherDetails): SafeHtml {
  const { amount, deadline, paidAt, wording } = facts
  const values = { amount: unbroken(amount), deadline: unbrokenTime(deadline) }
  const more = view.status === "expired" || view.status === "voided" ? view.status : undefined
  return html`<p>${wording.html(`${view.status as ClosedStatus}.text`, values)}</p>
    ${
      view.status === "paid" &&
      paidAt !== undefined &&
      html`<p>${wording.html("paid.at", { date: unbrokenTime(paidAt) })}</p>`
    }
    ${more && html`<p>${wording.text(`${more}.paid`)}</p>`}
    <p class="soft">${wording.text("waiting.cip")}: ${unbroken(facts.groupedCip)}</p>
    ${
      more &&
      facts.reorderUrl !== undefined &&
      html`<p>
        <a class="button main" href="${facts.reorderUrl}" rel="noopener noreferrer"
          >${wording.text("expired.reorder")}</a
        >
      </p>`
    }`
}

type ClosedStatus = Exclude<VoucherView["status"], "waiting">

function scriptData(
  view: VoucherView,
  facts: VoucherDetails,
  { lang }: VoucherPageOptions,
): PageScriptData {
  const { page, pageUrl, remainingMs, wording } = facts
  return {
    title: pageTitle(view, facts),
    status: view.status,
    statusUrl: safeLink(view.statusUrl, page) ?? pageUrl,
    remainingMs,
    dayNames: dayNames(lang),
    texts: {
      asking: wording.text("check.asking"),
      stillWaiting: wording.text("check.still_waiting"),
      tooMany: wording.text("check.too_many"),
      failed: wording.text("check.failed"),
      copied: wording.text("waiting.copied"),
      timeOver: wording.text("waiting.time_over"),
    },
  }
}
