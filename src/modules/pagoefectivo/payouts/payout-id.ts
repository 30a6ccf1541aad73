import type { PayoutKey } from "./payout-changes"

const PREFIX = "pepo_"

/**
 * The id of a payout in addresses. A payout has no row before somebody enters its deposit, so the id
 * is made of what tells it from all others, and stays the same for ever.
 */
export function payoutRecordId({ provider_id, payout_id, currency_code }: PayoutKey): string {
  const parts = [provider_id, currency_code, payout_id]
  return PREFIX + Buffer.from(JSON.stringify(parts)).toString("base64url")
}

/** @returns null for what is no such id */
export function readPayoutRecordId(id: string): PayoutKey | null {
  if (!id.startsWith(PREFIX)) return null
  const text = Buffer.from(id.slice(PREFIX.length), "base64url").toString()
  const [provider_id, currency_code, payout_id] = partsOf(text)
  if (!provider_id || !currency_code || !payout_id) return null
  const key = { provider_id, payout_id, currency_code }
  return payoutRecordId(key) === id ? key : null
}

function partsOf(text: string): (string | undefined)[] {
  try {
    const parts: unknown = JSON.parse(text)
    return isTexts(parts) ? parts : []
  } catch {
    return []
  }
}

function isTexts(parts: unknown): parts is string[] {
  return Array.isArray(parts) && parts.every((part) => typeof part === "string")
}
