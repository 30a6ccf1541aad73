import { createHmac, timingSafeEqual } from "node:crypto"
import { MAX_SIGNATURES } from "../shared/limits"

const HEX_DIGEST = /^[0-9a-f]{64}$/i
const SECONDS_DIGITS = 10
const MILLISECONDS_DIGITS = 13
const MS_PER_SECOND = 1_000

export interface ManifestParts {
  /** `data.id` of the query, never the body's. */
  dataId?: string
  /** Header `x-request-id`. */
  requestId?: string
  /** `ts` exactly as it stands in `x-signature`. */
  ts: string
}

export interface NoticeSignature {
  ts: string
  digests: string[]
}

/** `id:…;request-id:…;ts:…;` A part without a value is left out with its name (reference 2.5). */
export function manifestOf({ dataId, requestId, ts }: ManifestParts): string {
  const parts: [string, string | undefined][] = [
    ["id", dataId?.toLowerCase()],
    ["request-id", requestId],
    ["ts", ts],
  ]
  return parts.map(([name, value]) => (value ? `${name}:${value};` : "")).join("")
}

/** `v1` of a notice: lower-case hex HMAC-SHA256 of the manifest. */
export function signManifest(parts: ManifestParts, secret: string): string {
  return createHmac("sha256", secret).update(manifestOf(parts)).digest("hex")
}

/** Reads `x-signature: ts=…,v1=…`; null when a part is missing. */
export function readSignature(header: string | undefined): NoticeSignature | null {
  const pairs = (header ?? "").split(",").map((pair) => pair.trim().split("="))
  const values = (name: string) =>
    pairs.flatMap(([key, value]) => (key?.trim() === name && value ? [value.trim()] : []))
  const [ts] = values("ts")
  const digests = values("v1").slice(0, MAX_SIGNATURES)
  return ts === undefined || digests.length === 0 ? null : { ts, digests }
}

/** Whether one of the digests belongs to the manifest and secret. In constant time. */
export function isManifestSigned(
  signature: NoticeSignature,
  parts: Omit<ManifestParts, "ts">,
  secret: string,
): boolean {
  const expected = Buffer.from(signManifest({ ...parts, ts: signature.ts }, secret), "hex")
  return signature.digests
    .filter((digest) => HEX_DIGEST.test(digest))
    .some((digest) => timingSafeEqual(Buffer.from(digest, "hex"), expected))
}

/** When a notice was signed: `ts` has come in seconds (10 digits) and milliseconds (13). */
export function signedAt(ts: string): Date | null {
  if (!/^\d+$/.test(ts)) {
    return null
  }
  if (ts.length === SECONDS_DIGITS) {
    return new Date(Number(ts) * MS_PER_SECOND)
  }
  return ts.length === MILLISECONDS_DIGITS ? new Date(Number(ts)) : null
}
