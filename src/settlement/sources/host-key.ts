import { createHash, timingSafeEqual } from "node:crypto"

/** The fingerprint of an SSH host key as `ssh-keygen -lf` prints it: `SHA256:…`, without padding. */
export function hostFingerprintOf(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`
}

export function sameFingerprint(a: string, b: string): boolean {
  const [first, second] = [a, b].map((it) => Buffer.from(it.replace(/=+$/, "")))
  if (first === undefined || second === undefined || first.length !== second.length) return false
  return timingSafeEqual(first, second)
}
