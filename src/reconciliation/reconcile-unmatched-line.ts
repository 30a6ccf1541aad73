import type { Instant } from "../peru/lima"
import type { UnmatchedLine } from "./facts"
import { isAnnounced } from "./ledgers"
import type { Finding } from "./reasons"
import { unknownReference } from "./rules/unknown-reference"

/** The case of a line that no voucher was found for. */
export function reconcileUnmatchedLine(line: UnmatchedLine, now: Instant): Finding[] {
  return isAnnounced(line, now) ? [] : [unknownReference(line)]
}
