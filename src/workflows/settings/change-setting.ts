import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DATED_SETTING,
  isRuntimeSetting,
  readSetting,
  RUNTIME_SETTINGS,
  setOutside,
  type RuntimeSetting,
} from "../../config"
import { BrandedError } from "../../errors/branded-error"
import { refused, withReason } from "../../errors/refusal"
import type { AdminSetting } from "../../http-types"
import { limaDate } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import { namedProvider } from "../settlement/providers"
import { SETTINGS_LIMITS as LIMITS } from "./limits"
import { loadSettings } from "./load-settings"
import { optionsInForce } from "./options-in-force"

export interface SettingRequest {
  name: string
  /** Null: back to what is configured. */
  value: unknown
  /** Whose rate card it is; none: of all providers without one of their own. */
  providerId?: string | null
  /** Lima's day from which a rate card is for; today unless given. */
  validFrom?: string
  /** The version that the person saw. */
  version: number
  by: string
}

/** What stands in the configuration or the environment wins, so that a change would do nothing. */
export class SetInCodeError extends BrandedError {
  constructor(name: string, place: string) {
    super(
      `${name} can't be changed here: it is set in the store's configuration or environment (${place}), which wins. Remove it there first.`,
    )
    withReason(this, { code: "set_in_code", values: { place } })
  }
}

/**
 * Changes a setting for every instance of the store, with a line of history.
 * @throws MedusaError, SettingValueError, SetInCodeError, SettingConflictError,
 * SettingInClosedPeriodError
 */
export async function changeSetting(
  container: MedusaContainer,
  request: SettingRequest,
): Promise<AdminSetting> {
  const name = settingNamed(request.name)
  const { options, settings } = pagoEfectivo(container)
  const providerId = request.providerId ? namedProvider(options, request.providerId) : null
  const validFrom = validFromOf(name, request)
  const outside = setOutside(options, name, providerId)
  if (outside !== null) throw new SetInCodeError(name, outside)
  const value = request.value === null ? null : readSetting(name, request.value)
  if (validFrom !== null && value !== null) await refuseTooMany(container, providerId)
  await settings.add({
    name,
    provider_id: providerId,
    valid_from: validFrom,
    value,
    version: request.version,
    changed_by: request.by,
  })
  const all = await loadSettings(container, "en")
  return all.settings.find(
    (one) => one.name === name && one.provider_id === providerId,
  ) as AdminSetting
}

function settingNamed(name: string): RuntimeSetting {
  if (isRuntimeSetting(name)) return name
  throw refused("no_such_setting", {
    found: JSON.stringify(name),
    known: RUNTIME_SETTINGS.join(", "),
  })
}

function validFromOf(name: RuntimeSetting, request: SettingRequest): string | null {
  if (name === DATED_SETTING) return request.validFrom ?? limaDate(Date.now())
  const misplaced = request.validFrom ? "valid_from" : request.providerId ? "provider_id" : null
  if (misplaced === null) return null
  throw refused("setting_not_dated", { field: misplaced, name, dated: DATED_SETTING })
}

async function refuseTooMany(container: MedusaContainer, providerId: string | null): Promise<void> {
  const { common, own } = (await optionsInForce(container)).rateCards
  const cards = providerId === null ? common : (own.get(providerId) ?? [])
  if (cards.length < LIMITS.maxRateCards) return
  throw refused("too_many_rate_cards", {
    name: DATED_SETTING,
    count: cards.length,
    most: LIMITS.maxRateCards,
  })
}
