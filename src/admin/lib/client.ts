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

/** Why a file was not taken; `reason` is null where the store gave none, such as a missing permission. */
export interface RefusedUpload extends Error {
  status: number
  reason: AdminRefusal["reason"] | null
}

type QueryValue = string | number | boolean | undefined
export type Query = Record<string, QueryValue | Record<string, QueryValue>>

const ROOT = "/admin/pagoefectivo"

export function get<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${ROOT}${path}`, { query, signal })
}

export function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return sdk.client.fetch<Answer>(`${ROOT}${path}`, { method: "POST", body })
}

/**
 * Sends a form as the browser encodes it: it sets the boundary itself, so no content type here. Not
 * through the client, which keeps nothing of a refusal but its message.
 * @throws RefusedUpload when the store does not take it
 */
export async function upload<Answer>(path: string, form: FormData): Promise<Answer> {
  const token = await sdk.client.getToken()
  const answer = await fetch(storeAddress(`${ROOT}${path}`), {
    method: "POST",
    body: form,
    credentials: token ? "omit" : "include",
    headers: { accept: "application/json", ...(token && { authorization: `Bearer ${token}` }) },
  })
  if (answer.ok) return (await answer.json()) as Answer
  const refusal = (await answer.json().catch(() => ({}))) as Partial<AdminRefusal>
  const { message = answer.statusText, reason = null } = refusal
  const refused: RefusedUpload = Object.assign(new Error(message), {
    status: answer.status,
    reason,
  })
  throw refused
}

function storeAddress(path: string): string {
  return `${(__BACKEND_URL__ ?? "/").replace(/\/$/, "")}${path}`
}

/** Fetches a file with the admin's session and hands it to the browser. */
export async function download(path: string, query: Query, otherwise: string): Promise<void> {
  const answer = await sdk.client.fetch<Response>(`${ROOT}${path}`, {
    query,
    headers: { accept: "*/*" },
  })
  const named = fileName(answer.headers.get("content-disposition") ?? "")
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
