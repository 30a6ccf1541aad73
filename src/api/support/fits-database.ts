/** Whether PostgreSQL can hold all texts in here: no NUL, and no half of a character. */
export function fitsDatabase(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && !/\p{Surrogate}/u.test(value)
  if (value instanceof Date || typeof value !== "object" || value === null) return true
  return Object.entries(value).every((pair) => pair.every(fitsDatabase))
}
