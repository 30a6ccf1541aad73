const KINDS = Symbol.for("medusa-payment-pagoefectivo.error-kinds")

/**
 * The base of this package's errors. `instanceof` asks for the names of an error's classes, not for
 * the classes themselves: a process may hold this package twice (two versions, two package managers'
 * folders), and an error of one copy must be told by the other.
 */
// eslint-disable-next-line no-restricted-syntax -- the only one
export abstract class BrandedError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    const kinds: unknown = typeof value === "object" && value !== null && Reflect.get(value, KINDS)
    return Array.isArray(kinds) && kinds.includes(this.name)
  }

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }

  /** The names of its classes, the narrowest first. */
  get [KINDS](): string[] {
    const names: string[] = []
    let prototype: object | null = Object.getPrototypeOf(this)
    while (prototype && prototype !== Error.prototype) {
      names.push(prototype.constructor.name)
      prototype = Object.getPrototypeOf(prototype)
    }
    return names
  }
}
