/** What a gateway takes from outside, so that tests decide about network, time and chance. */
export interface GatewayDeps {
  fetch?: typeof fetch
  clock?: { now(): Date }
  /** At least 0 and below 1. */
  random?: () => number
}
