import { createHmac } from "node:crypto"

/**
 * Signs a notice as PagoEfectivo does: the lower-case hex HMAC-SHA256 of exactly the body given,
 * for the header `PE-Signature`. Meant for a merchant's own tests.
 *
 * @param body the JSON text, without indentation and with two decimals in `amount`
 * @param secretKey the secret key of the store's credentials
 */
export function signTestNotification(body: string | Buffer, secretKey: string): string {
  return createHmac("sha256", secretKey).update(body).digest("hex")
}
