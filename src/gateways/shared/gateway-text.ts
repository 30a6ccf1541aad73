import { MAX_GATEWAY_TEXT } from "./limits"
import { fitText } from "./text"

/** E-mails and runs of digits that could be a phone, a document or a code. */
const PERSONAL = /\S+@\S+|\d[\d\s-]{4,}\d/g

/** A gateway's own sentence, short and without what it might repeat of a person. */
export function withoutPersonalData(text: string): string {
  return fitText(text.replace(PERSONAL, "…"), MAX_GATEWAY_TEXT) ?? ""
}

/** A gateway's error code, when it is one that can be printed. */
export function printableCode(code: string): string {
  return /^\w{1,12}$/.test(code) ? code : "?"
}
