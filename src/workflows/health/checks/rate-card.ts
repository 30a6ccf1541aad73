import { lastKnownOptions } from "../../settings/options-in-force"
import { ok, type CheckHealth } from "../health-check"

/** Without a contract's rate card nobody notices fees that are too high. It is no fault to have none. */
export const rateCard: CheckHealth = async ({ container }) => {
  const { common, own } = (await lastKnownOptions(container)).rateCards
  const has = [common, ...own.values()].flat().some(({ card }) => card !== null)
  return has
    ? ok("Fees are compared with the contract's rate card.", { finding: "set" })
    : ok("Fees are not compared: no rate card is set (settlement.fees).", { finding: "none" })
}
