import { ADMIN } from "../../demo/seed/shop-data"
import { http, type HttpAnswer } from "./shopper"
import type { StoreProcess } from "./start-store"

/** The seeded admin at the Admin API. */
export class Admin {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** For requests that a test makes itself. */
  get authorization(): string {
    return `Bearer ${this.token}`
  }

  static async logIn(store: Pick<StoreProcess, "url">): Promise<Admin> {
    const { body } = await http<{ token: string }>(`${store.url}/auth/user/emailpass`, {
      body: { email: ADMIN.email, password: ADMIN.password },
    })
    return new Admin(store.url, body.token)
  }

  /** A change that the test only needs to have happened. @throws Error with the store's answer. */
  async must<Body = Record<string, never>>(
    path: string,
    init: Parameters<typeof http>[1] = {},
  ): Promise<Body> {
    const { status, body } = await this.call<Body>(path, init)
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  call<Body = Record<string, never>>(
    path: string,
    init: Parameters<typeof http>[1] = {},
  ): Promise<HttpAnswer<Body>> {
    return http<Body>(`${this.url}${path}`, {
      ...init,
      headers: { authorization: this.authorization, ...init.headers },
    })
  }
}
