import Medusa from "@medusajs/js-sdk"
import type { AdminRefusal } from "../../http-types"
import { fileName } from "./file-name"

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

/** A refused request with all that the store said of it; null where it said nothing. */
export interface RefusedRequest extends Error {
  status: number
  code: string | null
  values: NonNullable<AdminRefusal["values"]>
  /** Why a file was not taken. */
  reason: AdminRefusal["reason"] | null
}

type QueryValue = string | number | boolean | undefined
export type Query = Record<string, QueryValue | Record<string, QueryValue>>

const ROOT = "/admin/pagoefectivo"

export async function get<Answer>(
  path: string,
  query?: Query,
  signal?: AbortSignal,
): Promise<Answer> {
  const answer = await request(`${path}${inAddress(query)}`, { signal })
  return (await answer.json()) as Answer
}

export async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  const headers = { "content-type": "application/json" }
  const answer = await request(path, { method: "POST", headers, body: JSON.stringify(body) })
  return (await answer.json()) as Answer
}

/** Sends a form as the browser encodes it: it sets the boundary itself, so no content type here. */
export async function upload<Answer>(path: string, form: FormData): Promise<Answer> {
  const answer = await request(path, { method: "POST", body: form })
  return (await answer.json()) as Answer
}

/**
 * Asks one of the plugin's routes with the admin's session. Not through the client, which keeps nothing
 * of a refusal but its message.
 * @throws RefusedRequest when the store does not do it; another error when no answer came
 */
async function request(path: string, { headers, ...init }: RequestInit): Promise<Response> {
  const token = await sdk.client.getToken()
  const answer = await fetch(storeAddress(`${ROOT}${path}`), {
    ...init,
    credentials: token ? "omit" : "include",
    headers: {
      accept: "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  })
  if (answer.ok) return answer
  const refusal = (await answer.json().catch(() => ({}))) as Partial<AdminRefusal>
  const { message = answer.statusText, code = null, values = {}, reason = null } = refusal
  const refused: RefusedRequest = Object.assign(new Error(message), {
    status: answer.status,
    code,
    values,
    reason,
  })
  throw refused
}

/** As Medusa reads it: `status=open&opened_at[$gte]=…`; what is undefined is left out. */
function inAddress(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    typeof value === "object"
      ? Object.entries(value).map(([part, one]) => [`${name}[${part}]`, one] as const)
      : [[name, value] as const],
  )
  const given = pairs.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ""
}

function storeAddress(path: string): string {
  return `${(__BACKEND_URL__ ?? "/").replace(/\/$/, "")}${path}`
}

/** Fetches a file with the admin's session and hands it to the browser. */
export async function download(path: string, query: Query, otherwise: string): Promise<void> {
  const answer = await request(`${path}${inAddress(query)}`, { headers: { accept: "*/*" } })
  const named = fileName(answer.headers.get("content-disposition") ?? "")
  saveFile(await answer.blob(), named ?? otherwise)
}

/** A file's bytes, fetched with the admin's session. */
export async function readFile(path: string): Promise<ArrayBuffer> {
  const answer = await request(path, { headers: { accept: "*/*" } })
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
