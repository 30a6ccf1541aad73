/** What a store needs to sell to Peru, in the order in which the steps need one another. */
export const SETUP_STEP_IDS = [
  "currency",
  "tax_region",
  "region",
  "stock_location",
  "service_zone",
  "shipping_option",
  "prices",
  "publishable_key",
] as const

export type SetupStepId = (typeof SETUP_STEP_IDS)[number]
