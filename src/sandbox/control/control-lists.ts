import { z } from "zod"
import { DEFAULT_CONTROL_PAGE, MAX_CONTROL_PAGE } from "../limits"
import { formatForPeople, fromDecimalText } from "../money"
import { readInput } from "../read-input"
import type { SandboxRequest } from "../request-log"
import type { Sandbox } from "../sandbox"
import type { SandboxVoucher } from "../sandbox-voucher"

const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_CONTROL_PAGE).default(DEFAULT_CONTROL_PAGE),
  offset: z.coerce.number().int().min(0).default(0),
  q: z.string().max(100).default(""),
})

/** What identifies a shopper; shown as `***` over HTTP. */
const PERSONAL = /^(user(?!Country|CodeCountry|DocumentType|Ubigeo)|adminEmail|payer)/

function masked(fields: Record<string, unknown> | null) {
  return (
    fields &&
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        PERSONAL.test(name) && value ? "***" : value,
      ]),
    )
  )
}

function page<T>(all: T[], query: URLSearchParams, texts: (entry: T) => string[]) {
  const { limit, offset, q } = readInput(listQuery, Object.fromEntries(query), "Query")
  const found = q ? all.filter((entry) => texts(entry).some((text) => text.includes(q))) : all
  return { rows: found.slice(offset, offset + limit), count: found.length, limit, offset }
}

function shownVoucher(voucher: SandboxVoucher) {
  return {
    ...voucher,
    amountForPeople: formatForPeople(fromDecimalText(voucher.amount) ?? 0, voucher.currency),
    fields: masked(voucher.fields),
  }
}

/** `GET /_control/vouchers`, newest first. */
export function listVouchers(sandbox: Sandbox, query: URLSearchParams) {
  const { rows, ...rest } = page(sandbox.vouchers(), query, (one) => [one.cip, one.transactionCode])
  return { vouchers: rows.map(shownVoucher), ...rest }
}

/** `GET /_control/deliveries`, newest first. */
export function listDeliveries(sandbox: Sandbox, query: URLSearchParams) {
  const { rows, ...rest } = page(sandbox.deliveries.reverse(), query, (one) => [one.cip])
  return { deliveries: rows, ...rest }
}

/** `GET /_control/requests`, newest first. */
export function listRequests(sandbox: Sandbox, query: URLSearchParams) {
  const texts = ({ path, operation }: SandboxRequest) => [path, operation ?? ""]
  const { rows, ...rest } = page(sandbox.requests.reverse(), query, texts)
  return { requests: rows.map((one) => ({ ...one, body: masked(one.body) })), ...rest }
}
