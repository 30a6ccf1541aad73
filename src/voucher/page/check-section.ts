import type { VoucherLanguage } from "../format/deadline"
import { html, type SafeHtml } from "../html/html"
import type { VoucherDetails } from "../voucher-facts"

/** How a check that was sent as a plain form ended, shown on the page it leads back to. */
export type CheckResult = "still_waiting" | "too_many" | "failed"

/** Where a form that was sent without JavaScript leads back to on the page. */
export const CHECK_ANCHOR = "check"

/** "Ya pagué": a plain form, which the script turns into a question without a reload. */
export function checkSection(
  facts: VoucherDetails,
  language: VoucherLanguage,
  checkUrl: string,
  result: CheckResult | undefined,
): SafeHtml {
  const { wording } = facts
  // Without a space around it: an empty line takes no room.
  const shown = result && wording.text(`check.${result}`)
  return html`<section
    class="card stack no-print"
    id="${CHECK_ANCHOR}"
    aria-labelledby="check-title"
  >
    <h2 id="check-title">${wording.text("check.title")}</h2>
    <p>${wording.text("check.text")}</p>
    <form method="post" action="${checkUrl}" data-check>
      <input type="hidden" name="lang" value="${language}" />
      <button class="button main" type="submit">${wording.text("check.button")}</button>
    </form>
    <p class="result" role="status" data-check-result>${shown}</p>
  </section>`
}
