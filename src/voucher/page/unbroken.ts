import { html, type SafeHtml } from "../html/html"

const TIME_OF_DAY = /^(.*?)(\d\d:\d\d .*)$/

/** A text that never breaks over two lines, such as a code or an amount. */
export function unbroken(text: string): SafeHtml {
  return html`<span class="unbroken">${text}</span>`
}

/** A date and a time, of which the time never breaks over two lines. */
export function unbrokenTime(dateTime: string): SafeHtml {
  const [, day = dateTime, time = ""] = TIME_OF_DAY.exec(dateTime) ?? []
  return html`${day}${unbroken(time)}`
}
