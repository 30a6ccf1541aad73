import { ADMIN } from "../seed/shop-data"

/** The Admin API as the demo's accountant uses it. */
export class AdminClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async logIn(url: string): Promise<AdminClient> {
    const response = await fetch(`${url}/auth/user/emailpass`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: ADMIN.email, password: ADMIN.password }),
    })
    const { token } = await answerOf<{ token: string }>(response)
    return new AdminClient(url, token)
  }

  get<Body>(path: string): Promise<Body> {
    return this.send<Body>(path, { method: "GET" })
  }

  post<Body>(path: string, body: object | FormData): Promise<Body> {
    const isForm = body instanceof FormData
    return this.send<Body>(path, {
      method: "POST",
      headers: isForm ? {} : { "content-type": "application/json" },
      body: isForm ? body : JSON.stringify(body),
    })
  }

  private async send<Body>(path: string, init: RequestInit): Promise<Body> {
    const response = await fetch(`${this.url}/admin/pagoefectivo${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.token}` },
    })
    return answerOf<Body>(response)
  }
}

async function answerOf<Body>(response: Response): Promise<Body> {
  const text = await response.text()
  if (response.ok) return JSON.parse(text) as Body
  throw new Error(`The store answered ${response.status}: ${text.slice(0, 300)}`)
}
