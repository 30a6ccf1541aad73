import type { AdminRateCard } from "./settlement"
import type { Paginated } from "./page"

export type AdminSettingGroup = "gateway" | "codes" | "voucher" | "emails" | "settlement" | "alerts"

export type AdminSettingUnit = "hours" | "minutes" | "days" | "business_days" | "codes" | "money"

/** A value that was set in the admin; null is the value as configured. */
export interface AdminSettingChange {
  id: string
  name: string
  provider_id: string | null
  /** Of the setting, before which it had one less. */
  version: number
  /** Lima's day from which a rate card is for; null for what is not dated. */
  valid_from: string | null
  from: unknown
  to: unknown
  /** An admin user's id. */
  by: string
  at: string
}

/** An option of the plugin with the value in force. */
export interface AdminSetting {
  /** As it is written in the configuration: `settlement.dueBusinessDays`. */
  name: string
  /** Whose it is, where each payment provider has one of its own; null: of the store. */
  provider_id: string | null
  group: AdminSettingGroup
  /** Null: none, or a secret. Rate cards are a list of `AdminDatedRateCard`. */
  value: unknown
  is_secret: boolean
  is_set: boolean
  unit: AdminSettingUnit | null
  /** `code`: given to `withPagoEfectivo`; `admin`: changed while the store runs. */
  source: "code" | "environment" | "default" | "admin"
  /** The environment's variable that was read. */
  environment: string | null
  /** What it means, in the language that was asked for. */
  description: string
  /** Where it is documented. */
  docs: string
  can_change: boolean
  /** To be sent with a change: one that was made meanwhile refuses it. */
  version: number
  /** The newest ones, newest first. */
  changes: AdminSettingChange[]
}

export interface AdminDatedRateCard {
  /** Lima's first day of payment; null: since ever. */
  valid_from: string | null
  card: AdminRateCard
}

export interface AdminSettingsResponse {
  settings: AdminSetting[]
  /** The texts of the voucher that may be changed, as they are by default. */
  voucher_texts: Record<"es" | "en", Record<string, string>>
}

export interface AdminSettingResponse {
  setting: AdminSetting
}

export interface AdminSettingChangeListResponse extends Paginated {
  setting_changes: AdminSettingChange[]
}
