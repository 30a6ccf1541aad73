import { useSyncExternalStore } from "react"

type Listener = () => void

/**
 * A choice that this browser remembers and that every part of the page sees at once. Storage may be
 * forbidden; then the choice lasts as long as the page.
 */
export function browserSetting<Value extends string>(
  key: string,
  allowed: readonly Value[],
  initial: Value,
) {
  const listeners = new Set<Listener>()
  let current = read()

  function read(): Value {
    try {
      const stored = window.localStorage.getItem(key)
      return allowed.find((value) => value === stored) ?? initial
    } catch {
      return initial
    }
  }

  function set(value: Value): void {
    current = value
    try {
      window.localStorage.setItem(key, value)
    } catch {
      // Nothing to remember it in.
    }
    listeners.forEach((tell) => tell())
  }

  function subscribe(listener: Listener): Listener {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return function useSetting(): [Value, (value: Value) => void] {
    return [useSyncExternalStore(subscribe, () => current), set]
  }
}
