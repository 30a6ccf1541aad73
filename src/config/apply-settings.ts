import type { DatedFeeCard } from "../reconciliation/fee-cards"
import { parseDay } from "../peru/lima"
import type { PagoEfectivoOptions } from "./resolve-options"
import {
  DATED_SETTING,
  isRuntimeSetting,
  readSetting,
  type RuntimeSetting,
  type SettingValue,
} from "./runtime-settings"

/** A value that was set while the store ran. */
export interface StoredSetting {
  name: string
  /** Full id of the payment provider that it is for; null: of all. */
  provider_id: string | null
  /** Lima's day, `YYYY-MM-DD`, of what is dated. */
  valid_from: string | null
  value: unknown
}

export type DatedRateCard = DatedFeeCard & { card: SettingValue<typeof DATED_SETTING> | null }

export interface StoreRateCards {
  /** Of every provider without cards of its own. */
  common: DatedRateCard[]
  /** By the provider's full id. */
  own: Map<string, DatedRateCard[]>
}

/** The options with what was changed while the store ran. */
export interface OptionsInForce extends PagoEfectivoOptions {
  rateCards: StoreRateCards
}

/**
 * What the configuration or the environment says of a setting, which wins over what was changed in
 * the admin; null where that may be changed.
 */
export function setOutside(
  options: PagoEfectivoOptions,
  name: RuntimeSetting,
  providerId: string | null,
): string | null {
  const { settlement, entries, origins } = options
  if (name === DATED_SETTING) {
    const own = entries.find((entry) => entry.providerId === providerId)
    if (own && settlement.feesByProvider[own.id] !== undefined) return "settlement.feesByProvider"
    return settlement.fees === undefined ? null : name
  }
  const { source, variable } = origins.of(name)
  return source === "default" ? null : (variable ?? name)
}

/**
 * What is stored but stands in the configuration too is left out; what is none (any more) is not
 * taken for something else.
 * @throws SettingValueError naming the setting
 */
export function withSettings(
  options: PagoEfectivoOptions,
  stored: readonly StoredSetting[],
): OptionsInForce {
  const known = stored.filter(
    (one) => isRuntimeSetting(one.name) && !setOutside(options, one.name, one.provider_id),
  )
  function valueOf<Name extends RuntimeSetting>(name: Name): SettingValue<Name> | undefined {
    const found = known.find((one) => one.name === name)
    return found && readSetting(name, found.value)
  }
  const { settlement, alerts, voucher } = options
  const to = valueOf("alerts.email.to")
  const contact = valueOf("voucher.contact")
  return {
    ...options,
    settlement: {
      ...settlement,
      dueBusinessDays: valueOf("settlement.dueBusinessDays") ?? settlement.dueBusinessDays,
    },
    alerts: to ? { ...alerts, email: { ...alerts.email, to } } : alerts,
    voucher: {
      ...voucher,
      ...(contact !== undefined && { contact }),
      content: {
        ...voucher.content,
        paymentPoints: valueOf("voucher.content.paymentPoints") ?? voucher.content.paymentPoints,
        wording: valueOf("voucher.content.wording") ?? voucher.content.wording,
      },
    },
    rateCards: rateCards(options, known),
  }
}

function rateCards(options: PagoEfectivoOptions, known: readonly StoredSetting[]): StoreRateCards {
  const { settlement, entries } = options
  const dated = known.filter(({ name }) => name === DATED_SETTING).map(asDated)
  const cardsOf = (providerId: string | null) =>
    dated.filter((one) => one.providerId === providerId).map(({ from, card }) => ({ from, card }))
  const own = entries.flatMap(({ id, providerId }): [string, DatedRateCard[]][] => {
    const configured = settlement.feesByProvider[id]
    if (configured !== undefined) return [[providerId, [{ from: null, card: configured }]]]
    const changed = cardsOf(providerId)
    return changed.length > 0 ? [[providerId, changed]] : []
  })
  const common = settlement.fees ? [{ from: null, card: settlement.fees }] : cardsOf(null)
  return { common, own: new Map(own) }
}

function asDated({ provider_id, valid_from, value }: StoredSetting) {
  return {
    providerId: provider_id,
    from: valid_from === null ? null : parseDay(valid_from),
    card: readSetting(DATED_SETTING, value),
  }
}
