import { MAX_KEY_LENGTH } from "../gateways/shared/limits"

/** Bounds of the options. Units stand in the names. */
export const CONFIG_LIMITS = {
  /** As of the gateways' keys. */
  maxKeyLength: MAX_KEY_LENGTH,
  maxProviders: 10,
  /** The articles advise 24 to 72 hours; 30 days is the longest any route allows. */
  maxVoucherHours: 720,
  defaultVoucherHours: 24,
  maxCancelGraceMinutes: 10_080,
  defaultCancelGraceMinutes: 60,
  maxReminderMinutes: 10_080,
  defaultReminderMinutes: 180,
  maxShopNameLength: 80,
  maxContactLength: 80,
  /** A logo as a `data:` URI: about 150 kB of image. */
  maxLogoLength: 200_000,
  maxEmailLength: 100,
  defaultPollingBatch: 50,
  maxPollingBatch: 500,
  /** Six months: the least that both articles and tax audits ask for. */
  minRetentionDays: 183,
  defaultRetentionDays: 400,
  maxRetentionDays: 3_660,
  maxSettlementSources: 20,
  maxSettlementFormats: 20,
  maxAlertRecipients: 20,
} as const
