import Medusa from "@medusajs/js-sdk"

/** Filled in by the admin's build, as in the dashboard itself. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: {
    type: __AUTH_TYPE__ ?? "session",
    jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined,
  },
})

type QueryValue = string | number | boolean | undefined
export type Query = Record<string, QueryValue | Record<string, QueryValue>>

const ROOT = "/admin/pagoefectivo"

export function get<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${ROOT}${path}`, { query, signal })
}

export function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${ROOT}${path}`, { method: "POST", body })
}

/** Sends a form as the browser encodes it: it sets the boundary itself, so no content type here. */
export function upload<Answer>(path: string, form: FormData): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${ROOT}${path}`, {
    method: "POST",
    body: form,
    headers: { "content-type": null },
  })
}

/** Fetches a file with the admin's session and hands it to the browser. */
export async function download(path: string, query: Query, otherwise: string): Promise<void> {
  const answer = await sdk.client.fetch<Response>(`${ROOT}${path}`, {
    query,
    headers: { accept: "*/*" },
  })
  const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1]
  saveFile(await answer.blob(), named ?? otherwise)
}

/** A file's bytes, fetched with the admin's session. */
export async function readFile(path: string): Promise<ArrayBuffer> {
  const answer = await sdk.client.fetch<Response>(`${ROOT}${path}`, { headers: { accept: "*/*" } })
  return answer.arrayBuffer()
}

export function saveFile(content: Blob, filename: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = address
  link.download = filename
  link.click()
  URL.revokeObjectURL(address)
}
