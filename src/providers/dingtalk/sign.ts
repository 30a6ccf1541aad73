import { createHmac } from "node:crypto"

/**
 * The query of a signed DingTalk robot: `timestamp` in milliseconds, and `sign`, the Base64 of
 * HMAC-SHA256 over `timestamp + "\n" + secret` with the secret as its key.
 */
export function signedAddress(webhook: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime())
  const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64")
  const address = new URL(webhook)
  address.searchParams.set("timestamp", timestamp)
  address.searchParams.set("sign", sign)
  return address.href
}
