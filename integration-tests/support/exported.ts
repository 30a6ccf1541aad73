import Papa from "papaparse"
import type { Admin } from "./admin"
import type { BootedShop } from "./booted-shop"

type Cell = string | number | Date | boolean | null

export interface ExportedFile {
  name: string
  headers: string[]
  rows: Record<string, Cell>[]
}

/** Downloads an export of the plugin's and reads it back with a reader of its own. */
export async function exported(
  { store }: { store: Pick<BootedShop["store"], "url"> },
  admin: Admin,
  list: string,
  query: string,
): Promise<ExportedFile> {
  const answer = await fetch(`${store.url}/admin/pagoefectivo${list}/export?${query}`, {
    headers: { authorization: admin.authorization },
  })
  const content = Buffer.from(await answer.arrayBuffer())
  if (!answer.ok) throw new Error(`${list}: ${answer.status} ${content.toString()}`)
  const disposition = answer.headers.get("content-disposition") ?? ""
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  const name = encoded
    ? decodeURIComponent(encoded)
    : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? "")
  const [headers = [], ...rows] = name.endsWith(".csv") ? readCsv(content) : await readXlsx(content)
  return {
    name,
    headers: headers.map(String),
    rows: rows.map((row) =>
      Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? null])),
    ),
  }
}

function readCsv(content: Buffer): Cell[][] {
  const text = content.toString("utf8")
  if (!text.startsWith("\uFEFF")) throw new Error("The file does not say that it is UTF-8.")
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data
}

async function readXlsx(content: Buffer): Promise<Cell[][]> {
  const { readSheet } = await import("read-excel-file/node")
  return readSheet(content) as Promise<Cell[][]>
}
