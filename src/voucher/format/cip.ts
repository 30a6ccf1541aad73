import { MAX_CIP_DIGITS } from "../limits"

const GROUP_DIGITS = 3

/**
 * The digits of a CIP in groups for reading aloud over a counter: threes from the left, and a last
 * digit never alone (`2523136` → `252 31 36`). Leading zeros stay.
 *
 * @throws RangeError when it is not 1 to 14 digits
 */
export function groupCip(cip: string): string[] {
  if (!/^\d+$/.test(cip) || cip.length > MAX_CIP_DIGITS) {
    throw new RangeError(
      `cip: found ${JSON.stringify(cip)}, expected 1 to ${MAX_CIP_DIGITS} digits`,
    )
  }
  const groups = cip.match(/\d{1,3}/g) ?? []
  const last = groups.at(-1)
  const before = groups.at(-2)
  if (last?.length === 1 && before?.length === GROUP_DIGITS) {
    groups.splice(-2, 2, before.slice(0, 2), before.slice(2) + last)
  }
  return groups
}

/** The CIP as people read it: groups with a space between. */
export function formatCip(cip: string): string {
  return groupCip(cip).join(" ")
}

/** The CIP for a screen reader: digit by digit, with a pause between the groups. */
export function spellCip(cip: string): string {
  return groupCip(cip)
    .map((group) => [...group].join(" "))
    .join(", ")
}
