import type { UnmatchedLine } from "./facts"
import type { Finding } from "./reasons"
import { unknownReference } from "./rules/unknown-reference"

/** The case of a line that no voucher was found for. */
export function reconcileUnmatchedLine(line: UnmatchedLine): Finding[] {
  return [unknownReference(line)]
}
