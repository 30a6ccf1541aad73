import { createHmac } from "node:crypto"
import { signTestNotification } from "../sign-test-notification"
import type { SandboxSwitches } from "../switches"

/** What a notice says. Values go out as they stand, so that wrong ones can be played. */
export interface NoticeContent {
  eventType: string
  operationNumber: string
  cip: string
  currency: string
  /** Decimal string with two digits; written as a JSON number that keeps them. */
  amount: string
  /** `yyyy-MM-ddTHH:mm:ss-05:00`; only in the form `full`. */
  paymentDate: string
  /** Only in the form `full`. */
  transactionCode: string
}

export type NoticeStyle = Pick<
  SandboxSwitches,
  "noticeForm" | "noticeLayout" | "noticeCharset" | "noticeUpperCaseSignature" | "noticeSignature"
>

export interface WrittenNotice {
  body: string
  headers: Record<string, string>
}

type Lexemes = [name: string, lexeme: string][]

function dataLexemes(content: NoticeContent, form: "v1" | "full"): Lexemes {
  const data: Lexemes = [
    ["cip", JSON.stringify(content.cip)],
    ["currency", JSON.stringify(content.currency)],
    ["amount", content.amount],
  ]
  if (form === "full") {
    data.push(["paymentDate", JSON.stringify(content.paymentDate)])
    data.push(["transactionCode", JSON.stringify(content.transactionCode)])
  }
  return data
}

function objectText(lexemes: Lexemes, indent: string | null): string {
  const space = indent === null ? "" : " "
  const members = lexemes.map(([name, lexeme]) => `${JSON.stringify(name)}:${space}${lexeme}`)
  return indent === null
    ? `{${members.join(",")}}`
    : `{\n${members.map((member) => `${indent}  ${member}`).join(",\n")}\n${indent}}`
}

/** The notice's JSON; a library would drop the second decimal that PagoEfectivo signs. */
export function noticeText(
  content: NoticeContent,
  form: "v1" | "full",
  layout: "compact" | "indented",
): string {
  const indented = layout === "indented"
  return objectText(
    [
      ["eventType", JSON.stringify(content.eventType)],
      ["operationNumber", JSON.stringify(content.operationNumber)],
      ["data", objectText(dataLexemes(content, form), indented ? "  " : null)],
    ],
    indented ? "" : null,
  )
}

/** Body and headers as they go over the wire. */
export function writeNotice(
  content: NoticeContent,
  style: NoticeStyle,
  secretKey: string,
): WrittenNotice {
  const signed = noticeText(content, style.noticeForm, "compact")
  const headers: Record<string, string> = {
    "content-type": style.noticeCharset ? "application/json; charset=utf-8" : "application/json",
  }
  if (style.noticeSignature !== "missing") {
    const signature =
      style.noticeSignature === "valid"
        ? signTestNotification(signed, secretKey)
        : createHmac("sha256", `not ${secretKey}`).update(signed).digest("hex")
    headers["pe-signature"] = style.noticeUpperCaseSignature ? signature.toUpperCase() : signature
  }
  return { body: noticeText(content, style.noticeForm, style.noticeLayout), headers }
}
