import { z } from "zod"
import { BrandedError } from "../errors/branded-error"
import { withReason } from "../errors/refusal"
import { feeCardSchema } from "../reconciliation/fee-card"
import { alertsSchema } from "./alerts-schema"
import { describeIssue } from "./options-error"
import { voucherSchema } from "./options-schema"
import { settlementSchema } from "./settlement-schema"

/**
 * Options that may change while the store runs, each with the very schema that checks it in the
 * configuration. Rate cards are dated: old days keep old cards.
 */
const SCHEMAS = {
  "settlement.fees": feeCardSchema,
  "settlement.dueBusinessDays": settlementSchema.shape.dueBusinessDays.unwrap(),
  "alerts.email.to": alertsSchema.shape.email.unwrap().shape.to,
  "voucher.content.paymentPoints": voucherSchema.shape.content
    .unwrap()
    .shape.paymentPoints.unwrap(),
  "voucher.content.wording": voucherSchema.shape.content.unwrap().shape.wording.unwrap(),
  "voucher.contact": voucherSchema.shape.contact.unwrap(),
} as const satisfies Record<string, z.ZodType>

export type RuntimeSetting = keyof typeof SCHEMAS
export type SettingValue<Name extends RuntimeSetting> = z.output<(typeof SCHEMAS)[Name]>

export const RUNTIME_SETTINGS = Object.keys(SCHEMAS) as RuntimeSetting[]

/** By date of validity, and by provider. */
export const DATED_SETTING = "settlement.fees" satisfies RuntimeSetting

export function isRuntimeSetting(name: string): name is RuntimeSetting {
  return Object.hasOwn(SCHEMAS, name)
}

/** A value that is none for its setting; each problem names the field, what was found and what is allowed. */
export class SettingValueError extends BrandedError {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"))
    withReason(this, { code: "bad_value", values: { problems: problems.join("\n") } })
  }
}

/** @throws SettingValueError */
export function readSetting<Name extends RuntimeSetting>(
  name: Name,
  value: unknown,
): SettingValue<Name> {
  const read = SCHEMAS[name].safeParse(value)
  if (read.success) return read.data as SettingValue<Name>
  const whole = nested(name, value)
  throw new SettingValueError(
    read.error.issues.map((issue) =>
      describeIssue({ ...issue, path: [...name.split("."), ...issue.path] }, whole),
    ),
  )
}

/** As it would stand in the configuration, so that a problem names it as there. */
function nested(name: string, value: unknown): unknown {
  return name.split(".").reduceRight((inner, key) => ({ [key]: inner }), value)
}
