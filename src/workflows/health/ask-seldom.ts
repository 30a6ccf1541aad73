import { HEALTH_LIMITS as LIMITS } from "./limits"

interface Known<Answer> {
  at: number
  answer: Promise<Answer>
  /** When it was asked lately, in milliseconds. */
  asked: number[]
}

export interface Asking {
  now: Date
  /** Asks anew although the last answer is fresh. */
  refresh: boolean
}

/**
 * Asks somebody outside the store, and keeps the answer for a minute; bounded also when people ask
 * anew, so that looking at health often costs nobody anything.
 */
export function askSeldom<Key extends object, Answer>(): (
  key: Key,
  asking: Asking,
  ask: () => Promise<Answer>,
) => Promise<Answer> {
  const known = new WeakMap<Key, Known<Answer>>()
  return (key, { now, refresh }, ask) => {
    const last = known.get(key)
    const time = now.getTime()
    const asked = (last?.asked ?? []).filter((moment) => time - moment < 60_000)
    const fresh = last && time - last.at < LIMITS.probeCacheSeconds * 1000
    const mayAsk = asked.length < LIMITS.maxProbesPerMinute
    if (last && (!mayAsk || (fresh && (!refresh || time === last.at)))) return last.answer
    const answer = ask()
    known.set(key, { at: time, answer, asked: [...asked, time] })
    return answer
  }
}
