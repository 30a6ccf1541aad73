import type { SqlConnection } from "../sql/connection"
import { part, runParts, type Part } from "./parts"
import type { Found, SearchTerms } from "./search-terms"

const FROM = `FROM "order" o WHERE o.deleted_at IS NULL AND NOT o.is_draft_order AND`
const NEWEST = "ORDER BY o.id DESC LIMIT :limit"

/** Medusa has an index for each of these. */
function indexedParts({ orderNumber, id, email }: SearchTerms): Part[] {
  return [
    ...(orderNumber === null
      ? []
      : [
          part("order_number", `${FROM} o.display_id = :number ${NEWEST}`, { number: orderNumber }),
        ]),
    ...(id === null ? [] : [part("id", `${FROM} o.id = :id ${NEWEST}`, { id })]),
    ...(email === null
      ? []
      : [
          part(
            "email",
            `${FROM} o.customer_id = ANY (ARRAY(
               SELECT c.id FROM customer c WHERE c.email = :email AND c.deleted_at IS NULL))
             ${NEWEST}`,
            { email },
          ),
        ]),
  ]
}

/** Medusa has no index for names and phones: they are looked for in the newest orders. */
const RECENT = `
  FROM (SELECT o.id, o.email, o.customer_id, o.shipping_address_id, o.billing_address_id
        FROM "order" o WHERE o.deleted_at IS NULL AND NOT o.is_draft_order
        ORDER BY o.id DESC LIMIT :recent) o
  LEFT JOIN order_address s ON s.id = o.shipping_address_id
  LEFT JOIN order_address b ON b.id = o.billing_address_id
  LEFT JOIN customer c ON c.id = o.customer_id
  WHERE`

/** A database may not know the lower case of a letter with an accent. */
const NAMES = `lower(translate(
  concat_ws(' ', '', s.first_name, s.last_name, b.first_name, b.last_name, c.first_name, c.last_name),
  'áàäâãéèëêíìïîóòöôõúùüûñçÁÀÄÂÃÉÈËÊÍÌÏÎÓÒÖÔÕÚÙÜÛÑÇ',
  'aaaaaeeeeiiiiooooouuuuncaaaaaeeeeiiiiooooouuuunc'))`

/** Each ends with a bar, and has nothing in it that people write between digits. */
const PHONES = `translate(concat_ws('|', s.phone, b.phone, c.phone, ''), ' +-()./\u00a0', '')`

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&")
}

function recentParts({ phone, emailBeginning, name }: SearchTerms, recent: number): Part[] {
  const found = (condition: string) => `${RECENT} ${condition} ${NEWEST}`
  const parts: Part[] = []
  if (phone !== null) {
    parts.push(part("phone", found(`${PHONES} LIKE :phone`), { phone: `%${phone}|%`, recent }))
  }
  if (emailBeginning !== null) {
    const values = { beginning: `${escaped(emailBeginning)}%`, recent }
    parts.push(part("email", found("lower(o.email) LIKE :beginning"), values))
  }
  if (name.length > 0) {
    const all = name.map((_, at) => `${NAMES} LIKE :word${at}`).join(" AND ")
    const words = Object.fromEntries(
      name.map((word, at) => [`word${at}`, `% ${escaped(word)}%`] as const),
    )
    parts.push(part("name", found(all), { ...words, recent }))
  }
  return parts
}

export interface FoundOrders {
  orders: Found[]
  /** Something was looked for in the newest orders only, and there are older ones. */
  isPartial: boolean
}

/** Orders that a text may mean; the likeliest meaning first, and of each the newest. */
export async function findOrders(
  sql: SqlConnection,
  terms: SearchTerms,
  { limit, recent }: { limit: number; recent: number },
): Promise<FoundOrders> {
  const old = recentParts(terms, recent)
  const orders = await runParts(sql, "o.id", [...indexedParts(terms), ...old], limit)
  return { orders, isPartial: old.length > 0 && (await hasMoreThan(sql, recent)) }
}

async function hasMoreThan(sql: SqlConnection, recent: number): Promise<boolean> {
  const { rows } = await sql.raw<{ rows: unknown[] }>(
    `SELECT 1 FROM "order" ORDER BY id DESC OFFSET ? LIMIT 1`,
    [recent],
  )
  return rows.length > 0
}
