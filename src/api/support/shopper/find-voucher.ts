import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../workflows/container"

/** 24 random bytes in base64url, as `recordIssued` makes them. */
const TOKEN = /^[A-Za-z0-9_-]{32}$/

/** The voucher of a token; null for anything else, without asking the database where possible. */
export async function findVoucher(
  container: MedusaContainer,
  token: string | undefined,
): Promise<VoucherRow | null> {
  if (!token || !TOKEN.test(token)) return null
  const [voucher] = await pagoEfectivo(container).listVouchers({ token }, { take: 1 })
  return voucher ?? null
}
