/** What a test notice says it is about. No vendor has an event of this name. */
export const TEST_NOTICE_EVENT = "medusa.test"

/** 128 bits: a notice that comes back can only be the one that was sent. */
const TEST_ID = /^[0-9a-f]{32}$/

/** @returns null for anything that is not the id of a test notice. */
export function asTestId(value: unknown): string | null {
  return typeof value === "string" && TEST_ID.test(value) ? value : null
}

/** @throws RangeError */
export function checkTestId(value: string): string {
  if (asTestId(value) === null) {
    throw new RangeError("testId: expected 32 lower-case hexadecimal digits.")
  }
  return value
}
