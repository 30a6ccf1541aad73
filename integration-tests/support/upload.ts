import type { Admin } from "./admin"
import type { HttpAnswer } from "./shopper"

export interface UploadedReport {
  id: string
  filename: string
  sha256: string
  status: string
  format: string
  lines_count: number
  quarantined_count: number
  ignored_count: number
  duplicates_count: number
  replaced_count: number
  source: string
}

export interface UploadAnswer {
  settlement_report: UploadedReport
  already_imported?: { at: string; by: string }
  dry_run?: boolean
  type?: string
  code?: string
  message?: string
  reason?: object
}

/** Uploads a settlement report as the admin's form does. */
export function uploadReport(
  admin: Admin,
  filename: string,
  content: string | Buffer,
  fields: Record<string, string> = {},
): Promise<HttpAnswer<UploadAnswer>> {
  return uploadFile<UploadAnswer>(admin, "/settlement-reports", [filename, content], fields)
}

export interface TableAnswer {
  table: {
    id: string
    rows_count: number
    quarantined_count: number
    quarantined_rows: object[]
    unknown_payouts?: string[]
  }
  already_imported?: { at: string; by: string }
  dry_run?: boolean
  code?: string
}

/** Uploads a table of bank deposits or exchange rates. */
export function uploadTable(
  admin: Admin,
  path: "/payouts/import" | "/exchange-rates",
  content: string,
  fields: Record<string, string> = {},
): Promise<HttpAnswer<TableAnswer>> {
  return uploadFile<TableAnswer>(admin, path, ["tabla.csv", content], fields)
}

async function uploadFile<Answer>(
  admin: Admin,
  path: string,
  [filename, content]: [string, string | Buffer],
  fields: Record<string, string>,
): Promise<HttpAnswer<Answer>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append("file", new Blob([new Uint8Array(Buffer.from(content))]), filename)
  const encoded = new Response(form)
  return admin.call<Answer>(`/admin/pagoefectivo${path}`, {
    method: "POST",
    body: Buffer.from(await encoded.arrayBuffer()),
    headers: { "content-type": encoded.headers.get("content-type") ?? "" },
  })
}
