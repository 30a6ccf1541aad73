import { z } from "zod"
import { MAX_VOUCHER_CENTIMOS } from "../limits"
import { CURRENCIES, fromDecimalText } from "../money"
import type { SandboxCurrency } from "../money"
import { SandboxUsageError } from "../sandbox-usage-error"
import { decimalAmount } from "../switches-schema"
import { takenBack } from "./settlement-line"
import type { SandboxLine } from "./settlement-line"

/** Something wrong on purpose in a settlement file. Without `cip` it strikes the first payment. */
export type SettlementMistake =
  | { kind: "missing_line"; cip?: string }
  | { kind: "duplicate_line"; cip?: string }
  /** Default one sol more than was paid. */
  | { kind: "wrong_amount"; cip?: string; amount?: string }
  /** Default the other one of PEN and USD. */
  | { kind: "wrong_currency"; cip?: string; currency?: SandboxCurrency }
  /** A further line that belongs to no code. Default reference `FOREIGN-1`. */
  | { kind: "unknown_reference"; cip?: string; reference?: string }
  /** Default ten céntimos more than agreed. */
  | { kind: "wrong_fee"; cip?: string; fee?: string }
  /** A further, negative line. Default the whole amount. */
  | { kind: "refund_line"; cip?: string; amount?: string }
  | { kind: "reversal_line"; cip?: string }
  | { kind: "held"; cip?: string }

const cip = z
  .string()
  .regex(/^\d{1,14}$/)
  .optional()
export const mistakeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("missing_line"), cip }),
  z.strictObject({ kind: z.literal("duplicate_line"), cip }),
  z.strictObject({ kind: z.literal("wrong_amount"), cip, amount: decimalAmount.optional() }),
  z.strictObject({
    kind: z.literal("wrong_currency"),
    cip,
    currency: z.enum(CURRENCIES).optional(),
  }),
  z.strictObject({
    kind: z.literal("unknown_reference"),
    cip,
    reference: z.string().min(1).max(100).optional(),
  }),
  z.strictObject({ kind: z.literal("wrong_fee"), cip, fee: decimalAmount.optional() }),
  z.strictObject({ kind: z.literal("refund_line"), cip, amount: decimalAmount.optional() }),
  z.strictObject({ kind: z.literal("reversal_line"), cip }),
  z.strictObject({ kind: z.literal("held"), cip }),
])

const FOREIGN_CIP = "9999999"
const ONE_SOL = 100
const TEN_CENTIMOS = 10

/** What one line becomes; an empty list takes it out. */
function replacementOf(line: SandboxLine, mistake: SettlementMistake): SandboxLine[] {
  switch (mistake.kind) {
    case "missing_line":
      return []
    case "duplicate_line":
      return [line, { ...line }]
    case "wrong_amount": {
      const raised = Math.min(line.centimos + ONE_SOL, MAX_VOUCHER_CENTIMOS)
      return [{ ...line, centimos: fromDecimalText(mistake.amount) ?? raised }]
    }
    case "wrong_currency": {
      const other = line.currency === "PEN" ? "USD" : "PEN"
      return [{ ...line, currency: mistake.currency ?? other }]
    }
    case "unknown_reference": {
      const reference = mistake.reference ?? "FOREIGN-1"
      return [line, { ...line, reference, cip: FOREIGN_CIP, voucher: null }]
    }
    case "wrong_fee":
      return [
        { ...line, feeCentimos: fromDecimalText(mistake.fee) ?? line.feeCentimos + TEN_CENTIMOS },
      ]
    case "refund_line":
      return [line, takenBack(line, "refund", fromDecimalText(mistake.amount) ?? line.centimos)]
    case "reversal_line":
      return [line, takenBack(line, "reversal")]
    case "held":
      return [{ ...line, status: "held" }]
  }
}

/** @throws SandboxUsageError when a mistake finds no payment to strike. */
export function withMistakes(lines: SandboxLine[], mistakes: SettlementMistake[]): SandboxLine[] {
  return mistakes.reduce((made, mistake) => {
    const place = made.findIndex(
      (line) => line.type === "payment" && (!mistake.cip || line.cip === mistake.cip),
    )
    const line = made[place]
    if (!line) {
      const which = mistake.cip ? `of the CIP ${mistake.cip} ` : ""
      throw new SandboxUsageError(
        `The mistake ${mistake.kind} needs a payment ${which}in the file's period; there is none`,
      )
    }
    return [...made.slice(0, place), ...replacementOf(line, mistake), ...made.slice(place + 1)]
  }, lines)
}
