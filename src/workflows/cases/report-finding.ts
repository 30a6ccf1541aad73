import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../modules/pagoefectivo"
import { endedBeforeReversal } from "../../modules/pagoefectivo/vouchers/voucher-state"
import type { Finding, SeenPayment } from "../../reconciliation"
import { pagoEfectivo } from "../container"

/** Opens or updates the case of what was found about a voucher at this moment. */
export async function reportFinding(
  container: MedusaContainer,
  voucher: VoucherRow,
  finding: Finding,
): Promise<void> {
  await pagoEfectivo(container).cases.write([{ ...finding, providerId: voucher.provider_id }])
}

/** A voucher's payment as the rules of the live flow look at it. */
export function seenPayment(voucher: VoucherRow, orderId: string | null): SeenPayment {
  return {
    voucherId: voucher.id,
    orderId,
    promised: voucher.amount_centimos,
    promisedCurrency: voucher.currency_code,
    paid: voucher.paid_centimos,
    paidCurrency: voucher.paid_currency_code,
    paidAt: voucher.paid_at ? new Date(voucher.paid_at).toISOString() : null,
    captured: voucher.captured_at !== null,
    endedBeforeReversal: endedBeforeReversal(voucher),
  }
}
