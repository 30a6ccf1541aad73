/**
 * When to try again after `tries` failures: doubling from `firstSeconds` up to `maxSeconds`, less a
 * random part of up to a quarter so that many failures do not come back at the same moment.
 */
export function nextTryAt(
  now: Date,
  tries: number,
  { firstSeconds, maxSeconds }: { firstSeconds: number; maxSeconds: number },
  random: () => number = Math.random,
): Date {
  const seconds = Math.min(maxSeconds, firstSeconds * 2 ** Math.min(Math.max(tries - 1, 0), 30))
  return new Date(now.getTime() + Math.round(seconds * 1000 * (1 - random() / 4)))
}
