import {
  closingRequested,
  type PagoEfectivoModuleService,
  type VoucherRow,
} from "../../modules/pagoefectivo"
import { voidAtGateway } from "../../modules/pagoefectivo/vouchers/at-gateway"
import { isPayable } from "../../modules/pagoefectivo/vouchers/voucher-state"
import { shopperProblem } from "./shopper-problem"

/**
 * Makes earlier codes of the same purchase unpayable before a new one is issued: another amount, or
 * another payment session of the same cart. An open task remains where the gateway gives no answer.
 * @throws MedusaError when an earlier code was paid meanwhile, or could not be closed.
 */
export async function closeRivals(
  service: PagoEfectivoModuleService,
  rivals: VoucherRow[],
): Promise<void> {
  for (const rival of rivals.filter(isPayable)) {
    const superseded = closingRequested("superseded", "system")
    const { voucher: task } = await service.changeVoucher(rival.id, superseded)
    const { outcome } = await voidAtGateway(service, task)
    // The task stays open: the closing job ends it, with what follows for shop and shopper.
    if (outcome === "voided") continue
    throw shopperProblem(
      outcome === "paid" ? "already_paid" : "earlier_code_open",
      outcome === "paid"
        ? `The earlier code ${rival.cip} of this purchase has just been paid. No further code is issued.`
        : `The earlier code ${rival.cip} of this purchase could not be closed yet, so no further code is issued. Try again in a few minutes.`,
    )
  }
}
