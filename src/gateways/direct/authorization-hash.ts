import { createHash } from "node:crypto"

export interface AuthorizationHashInput {
  serviceId: number
  accessKey: string
  secretKey: string
  /** Byte for byte what the body carries as `dateRequest`. */
  dateRequest: string
}

/**
 * `hashString` of `POST /authorizations`: lower-case hex SHA-256 (not an HMAC) of service id, access
 * key, secret key and request time, joined by dots. Vendor manual 1.1, page 6.
 */
export function authorizationHash(input: AuthorizationHashInput): string {
  const { serviceId, accessKey, secretKey, dateRequest } = input
  return createHash("sha256")
    .update([serviceId, accessKey, secretKey, dateRequest].join("."), "utf8")
    .digest("hex")
}
