import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DATED_SETTING,
  isRuntimeSetting,
  setOutside,
  SettingValueError,
  shownOptions,
  withSettings,
  type OptionsInForce,
  type ShownOption,
} from "../../config"
import type { AdminDatedRateCard, AdminSetting, AdminSettingsResponse } from "../../http-types"
import type { SettingChange } from "../../modules/pagoefectivo"
import { formatDay } from "../../peru/lima"
import { defaultTexts } from "../../voucher"
import { pagoEfectivo } from "../container"
import { SETTINGS_LIMITS as LIMITS } from "./limits"
import type { OptionLanguage } from "./option-text"
import { optionsInForce } from "./options-in-force"
import { presentChange } from "./present-change"
import { settingFacts } from "./setting-facts"

/** Every option with the value in force, where it is from, and what was changed of it. */
export async function loadSettings(
  container: MedusaContainer,
  language: OptionLanguage,
): Promise<AdminSettingsResponse> {
  const options = await readableOptions(container)
  const changes = await pagoEfectivo(container).settings.latest(LIMITS.maxShownChanges)
  return {
    settings: withRateCardsOfProviders(options).map((option) =>
      present(option, options, { changes, language }),
    ),
    voucher_texts: { es: defaultTexts("es"), en: defaultTexts("en") },
  }
}

/** A stored value that is none any more must not keep anybody from seeing, and mending, it. */
async function readableOptions(container: MedusaContainer): Promise<OptionsInForce> {
  try {
    return await optionsInForce(container)
  } catch (error) {
    if (!(error instanceof SettingValueError)) throw error
    return withSettings(pagoEfectivo(container).options, [])
  }
}

/** Where there are several providers, each may have a rate card of its own. */
function withRateCardsOfProviders(options: OptionsInForce): ShownOption[] {
  const { entries } = options
  return shownOptions(options).flatMap((option) =>
    option.name === DATED_SETTING && entries.length > 1
      ? [option, ...entries.map(({ providerId }) => ({ ...option, providerId }))]
      : [option],
  )
}

function present(
  option: ShownOption,
  options: OptionsInForce,
  { changes: all, language }: { changes: SettingChange[]; language: OptionLanguage },
): AdminSetting {
  const { name, providerId, origin } = option
  const isDated = name === DATED_SETTING
  const isRuntime = isRuntimeSetting(name)
  const changes = all.filter((one) => one.name === name && one.provider_id === providerId)
  const canChange = isRuntime && setOutside(options, name, providerId) === null
  const cards = isDated ? cardsOf(options, providerId) : null
  const isChanged = canChange && (cards ? cards.length > 0 : isInForce(changes))
  return {
    name,
    provider_id: providerId,
    ...settingFacts(name, providerId !== null && !isDated, language),
    value: cards ?? option.value,
    is_secret: option.isSecret,
    is_set: cards ? cards.length > 0 : option.isSet,
    source: isChanged ? "admin" : origin.source,
    environment: origin.variable,
    can_change: canChange,
    version: changes[0]?.version ?? 0,
    changes: changes.map(presentChange),
  }
}

/** The newest change counts; null is the value as configured. */
function isInForce([newest]: SettingChange[]): boolean {
  return newest !== undefined && newest.value !== null
}

/** Oldest first. */
function cardsOf({ rateCards }: OptionsInForce, providerId: string | null): AdminDatedRateCard[] {
  const dated = providerId === null ? rateCards.common : (rateCards.own.get(providerId) ?? [])
  return [...dated]
    .sort((one, two) => (one.from ?? -Infinity) - (two.from ?? -Infinity))
    .flatMap(({ from, card }) =>
      card ? [{ valid_from: from === null ? null : formatDay(from), card }] : [],
    )
}
