import { formatCentimos } from "../peru/centimos"
import { limaDay } from "../peru/lima"
import { sameCurrency } from "./currency"
import { paymentKey } from "./payment-key"
import { judgeCandidate, type SuggestionCandidate, type SuggestionLine } from "./suggest"
import type { AgainstCode, AlikeCode } from "./why-codes"

/** What a report says about a line, in the forms in which codes are compared. */
interface Identified {
  providerId: string
  /** The voucher's transaction code, as the line or the voucher names it. */
  reference: string | null
  paymentId: string | null
}

export type ConsideredLine = SuggestionLine & Identified

export interface ConsideredVoucher extends SuggestionCandidate, Identified {
  /** A report has settled it already. */
  isSettled: boolean
  /** Another voucher of its provider has the same payment id. */
  sharesId: boolean
}

export interface Remark {
  code: AgainstCode
  values: Record<string, string>
}

/** A voucher beside a line that belongs to nobody: what speaks for it, and why it was not taken. */
export interface Consideration {
  voucherId: string
  /** 0 to 1. */
  score: number
  alike: AlikeCode[]
  against: Remark[]
}

const ALIKE = 0.5
const MIN_SIMILAR_CHARACTERS = 8
const SIMILAR_SHARE = 0.8

const remark = (code: AgainstCode, values: Record<string, string> = {}): Remark => ({
  code,
  values,
})

const keyOf = (text: string | null) => (text ?? "").replace(/\s/g, "").toLowerCase()

/** One is the beginning of the other, or nearly: cut off, or with another attempt's number. */
export function isSimilarReference(one: string | null, other: string | null): boolean {
  const [a, b] = [keyOf(one), keyOf(other)]
  const longest = Math.max(a.length, b.length)
  let same = 0
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1
  const isCut = same === Math.min(a.length, b.length)
  return same >= MIN_SIMILAR_CHARACTERS && (isCut || same >= longest * SIMILAR_SHARE)
}

/** Only a reference or a payment id ties a line to a voucher; likeness is for a person to judge. */
export function considerVoucher(line: ConsideredLine, voucher: ConsideredVoucher): Consideration {
  const { score, parts } = judgeCandidate(line, voucher)
  const isOneCurrency = sameCurrency(line.currencyCode, voucher.currencyCode)
  const hasSameId = isSameId(line, voucher)
  const alike: [AlikeCode, boolean][] = [
    ["same_amount", isOneCurrency && line.amount === voucher.amount],
    ["near_day", (parts.day ?? 0) >= ALIKE],
    ["same_payer", (parts.payer ?? 0) >= ALIKE],
    ["similar_reference", isSimilarReference(line.reference, voucher.reference)],
    ["same_payment_id", hasSameId],
  ]
  return {
    voucherId: voucher.voucherId,
    score: isOneCurrency ? score : 0,
    alike: alike.flatMap(([code, holds]) => (holds ? code : [])),
    against: [
      ...againstReference(line, voucher),
      ...againstId(line, voucher, hasSameId),
      ...againstMoney(line, voucher, isOneCurrency),
      ...againstPerson(line, voucher, parts),
    ],
  }
}

function isSameId(line: ConsideredLine, { paymentId }: ConsideredVoucher): boolean {
  const own = paymentKey(line.paymentId ?? "")
  return own !== "" && own === paymentKey(paymentId ?? "")
}

function againstReference(line: ConsideredLine, voucher: ConsideredVoucher): Remark[] {
  if (keyOf(line.reference) === "") return [remark("reference_missing")]
  return [remark("reference_differs", { reference: voucher.reference ?? "" })]
}

function againstId(line: ConsideredLine, voucher: ConsideredVoucher, hasSameId: boolean): Remark[] {
  if (keyOf(line.paymentId) === "") return [remark("payment_id_missing")]
  if (!hasSameId) return [remark("payment_id_differs", { payment_id: voucher.paymentId ?? "" })]
  if (line.providerId !== voucher.providerId) return [remark("other_provider")]
  return voucher.sharesId ? [remark("payment_id_shared")] : []
}

function againstMoney(
  line: ConsideredLine,
  voucher: ConsideredVoucher,
  isOneCurrency: boolean,
): Remark[] {
  if (!isOneCurrency) return [remark("currency_differs")]
  if (line.amount === voucher.amount) return []
  const amount = formatCentimos(Math.abs(line.amount - voucher.amount))
  return [remark("amount_differs", { amount })]
}

function againstPerson(
  line: ConsideredLine,
  voucher: ConsideredVoucher,
  parts: { day: number | null; payer: number | null },
): Remark[] {
  const days =
    line.at === null || voucher.at === null ? 0 : Math.abs(limaDay(line.at) - limaDay(voucher.at))
  return [
    ...(days > 0 ? [remark("days_apart", { days: String(days) })] : []),
    ...(parts.payer !== null && parts.payer < ALIKE ? [remark("payer_differs")] : []),
    ...(voucher.isSettled ? [remark("settled_before")] : []),
  ]
}
