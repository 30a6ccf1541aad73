/** A `LIKE` pattern for "begins with"; what the person typed has no special meaning in it. */
export function likePrefix(typed: string): string {
  return `${typed.replace(/[\\%_]/g, "\\$&")}%`
}
