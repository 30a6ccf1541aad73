import type { AdminSettingGroup, AdminSettingUnit } from "../../http-types"
import { optionText, type OptionLanguage } from "./option-text"

const UNITS: Readonly<Record<string, AdminSettingUnit>> = {
  voucherHours: "hours",
  cancelGraceMinutes: "minutes",
  reminderMinutes: "minutes",
  retentionDays: "days",
  maximumAmount: "money",
  "polling.batchSize": "codes",
  "settlement.dueBusinessDays": "business_days",
  "settlement.refundDueBusinessDays": "business_days",
  "alerts.threshold": "money",
}

/** In `docs/options.md`, one section each. */
const SECTIONS: Record<AdminSettingGroup, string> = {
  gateway: "gateway-and-keys",
  codes: "codes-and-orders",
  voucher: "what-shoppers-see",
  emails: "what-shoppers-see",
  settlement: "settlement",
  alerts: "alerts",
}

const OF_GATEWAY = /^(environment|allowTestSettingsInProduction|providers|webhook\.|gateway$)/

/** What stays the same of a setting, whatever its value. */
export function settingFacts(
  name: string,
  isOfGateway: boolean,
  language: OptionLanguage,
): { group: AdminSettingGroup; unit: AdminSettingUnit | null; description: string; docs: string } {
  const group = isOfGateway || OF_GATEWAY.test(name) ? "gateway" : groupOf(name)
  return {
    group,
    unit: UNITS[name] ?? null,
    description: optionText(name, language),
    docs: `docs/options.md#${SECTIONS[group]}`,
  }
}

function groupOf(name: string): AdminSettingGroup {
  if (name === "shopName") return "voucher"
  const block = name.split(".")[0]
  return block === "voucher" || block === "emails" || block === "settlement" || block === "alerts"
    ? block
    : "codes"
}
