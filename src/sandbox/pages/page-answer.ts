import { randomBytes } from "node:crypto"
import { htmlAnswer } from "../http/answer"
import type { Answer } from "../http/answer"

/** An HTML answer whose only style and script are the page's own; nothing is loaded from outside. */
export function pageAnswer(status: number, render: (nonce: string) => string): Answer {
  const nonce = randomBytes(16).toString("base64")
  return htmlAnswer(status, render(nonce), {
    "content-security-policy":
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; ` +
      "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'",
  })
}
