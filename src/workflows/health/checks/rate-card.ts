import { pagoEfectivo } from "../../container"
import { ok, type CheckHealth } from "../health-check"

/** Without a contract's rate card nobody notices fees that are too high. It is no fault to have none. */
export const rateCard: CheckHealth = ({ container }) => {
  const { fees, feesByProvider } = pagoEfectivo(container).options.settlement
  const has = fees !== undefined || Object.values(feesByProvider).some((card) => card !== null)
  return Promise.resolve(
    has
      ? ok("Fees are compared with the contract's rate card.", { finding: "set" })
      : ok("Fees are not compared: no rate card is set (settlement.fees).", { finding: "none" }),
  )
}
