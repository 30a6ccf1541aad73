const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_CHARACTERS = 10

/** What the platform's ids of an instant begin with, after their prefix: they sort by time. */
export function ulidAt(instant: Date): string {
  let rest = instant.getTime()
  let text = ""
  for (let i = 0; i < TIME_CHARACTERS; i++) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text
    rest = Math.floor(rest / ALPHABET.length)
  }
  return text
}
