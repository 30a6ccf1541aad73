import { createHash } from "node:crypto"

/**
 * `X-Idempotency-Key` of one purpose and its references: the same for each repeat, another one for
 * everything else. In the form of a version 4 UUID, which is what the vendor advises (1 to 64
 * characters are allowed).
 */
export function idempotencyKey(purpose: "issue" | "refund", ...references: string[]): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify([purpose, ...references]))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}
