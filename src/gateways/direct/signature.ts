import { createHmac, timingSafeEqual } from "node:crypto"

const HEX_DIGEST = /^[0-9a-f]{64}$/i
const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Space, tab, line feed, carriage return: all that JSON allows between its tokens. */
const WHITESPACE = new Set([0x20, 0x09, 0x0a, 0x0d])
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * `PE-Signature` of a notice: lower-case hex HMAC-SHA256 of exactly these bytes (vendor manual 5.2).
 * @param body the JSON as it is sent, compact and with two decimals in the amount.
 */
export function signNotice(body: string | Buffer, secretKey: string): string {
  return digest(body, secretKey).toString("hex")
}

/**
 * Whether `signature` belongs to the body: over the raw bytes, else over the text without structural
 * whitespace, since the vendor signs un-indented JSON. Never over re-serialised JSON: 150.00 must not
 * become 150. In constant time; upper or lower case hex.
 */
export function isBodySigned(rawBody: Buffer, signature: string, secretKey: string): boolean {
  if (!HEX_DIGEST.test(signature)) {
    return false
  }
  const given = Buffer.from(signature, "hex")
  const overRaw = timingSafeEqual(digest(rawBody, secretKey), given)
  const overCompact = timingSafeEqual(digest(compactJson(rawBody), secretKey), given)
  return overRaw || overCompact
}

/**
 * The same JSON without whitespace between tokens and without a byte order mark. Strings and number
 * lexemes stay as they are. Works on bytes: in UTF-8 none of these occurs inside another character.
 */
export function compactJson(body: Buffer): Buffer {
  const source = withoutByteOrderMark(body)
  const target = Buffer.allocUnsafe(source.length)
  let length = 0
  let insideString = false
  let escaped = false
  for (const byte of source) {
    if (!insideString && WHITESPACE.has(byte)) {
      continue
    }
    target[length++] = byte
    if (escaped) {
      escaped = false
    } else if (insideString && byte === BACKSLASH) {
      escaped = true
    } else if (byte === QUOTE) {
      insideString = !insideString
    }
  }
  return target.subarray(0, length)
}

export function withoutByteOrderMark(body: Buffer): Buffer {
  const hasMark = body.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
  return hasMark ? body.subarray(BYTE_ORDER_MARK.length) : body
}

function digest(body: string | Buffer, secretKey: string): Buffer {
  return createHmac("sha256", Buffer.from(secretKey, "utf8")).update(body).digest()
}
