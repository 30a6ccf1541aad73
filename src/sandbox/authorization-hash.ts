import { createHash, timingSafeEqual } from "node:crypto"

export interface SandboxCredentials {
  /** 20 characters in the vendor's documents; any text here. */
  accessKey: string
  secretKey: string
  serviceId: number
}

/** Lower-case hex SHA-256 of `idService.accessKey.secretKey.dateRequest` (vendor manual 4.1). */
export function expectedAuthorization(
  credentials: SandboxCredentials,
  dateRequest: string,
): string {
  const { serviceId, accessKey, secretKey } = credentials
  return createHash("sha256")
    .update(`${serviceId}.${accessKey}.${secretKey}.${dateRequest}`)
    .digest("hex")
}

export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
