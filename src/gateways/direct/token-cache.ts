export interface Token {
  value: string
  /** Null when the gateway did not say: then it serves only those who wait for it now. */
  expiresAt: Date | null
}

/**
 * Keeps one token until shortly before its end, and fetches a new one once for all who ask meanwhile.
 * The end is always the gateway's `tokenExpires`: sources give lifetimes from 5 minutes to 2 hours.
 */
export class TokenCache {
  #token: Token | null = null
  #pending: Promise<Token> | null = null

  constructor(
    private readonly fetchToken: () => Promise<Token>,
    private readonly now: () => Date,
    private readonly marginMs: number,
  ) {}

  /** The present token, or a fresh one. All who wait share one request and its failure. */
  async get(): Promise<string> {
    if (this.#token !== null && this.#isFresh(this.#token)) {
      return this.#token.value
    }
    this.#pending ??= this.#renew()
    return (await this.#pending).value
  }

  put(token: Token): void {
    this.#token = token
  }

  /** Forgets a token that was refused; a newer one that came meanwhile stays. */
  drop(value: string): void {
    if (this.#token?.value === value) {
      this.#token = null
    }
  }

  #isFresh({ expiresAt }: Token): boolean {
    return expiresAt !== null && expiresAt.getTime() - this.marginMs > this.now().getTime()
  }

  async #renew(): Promise<Token> {
    try {
      this.#token = await this.fetchToken()
      return this.#token
    } finally {
      this.#pending = null
    }
  }
}
