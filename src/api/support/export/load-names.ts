import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../../workflows/container"
import type { ExportWords } from "./words"

type Ids = Iterable<string | null>

function distinct(ids: Ids): string[] {
  return [...new Set([...ids].filter((id) => id !== null))]
}

/** An order as people know it. */
export interface OrderName {
  number: number
  shopper: string
}

interface Named {
  first_name?: string | null
  last_name?: string | null
}

function fullName({ first_name, last_name }: Named): string {
  return [first_name, last_name].filter(Boolean).join(" ")
}

/** Numbers and shoppers' names of orders; orders that are gone have none. */
export async function loadOrderNames(
  container: MedusaContainer,
  orderIds: Ids,
): Promise<Map<string, OrderName>> {
  const id = distinct(orderIds)
  if (id.length === 0) return new Map()
  const people = ["shipping_address", "billing_address", "customer"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      ...people.flatMap((person) => [`${person}.first_name`, `${person}.last_name`]),
    ],
    filters: { id },
  })
  return new Map(
    data.map(({ id, display_id, shipping_address, billing_address, customer }) => {
      const names = [shipping_address, billing_address, customer].map((one) => fullName(one ?? {}))
      return [id, { number: Number(display_id), shopper: names.find(Boolean) ?? "" }]
    }),
  )
}

/** A code as people know it, with whose it is. */
export interface CodeName extends Partial<OrderName> {
  cip: string
}

/** Codes by voucher id, with the numbers and shoppers of their orders. */
export async function loadCodeNames(
  container: MedusaContainer,
  voucherIds: Ids,
): Promise<Map<string, CodeName>> {
  const id = distinct(voucherIds)
  if (id.length === 0) return new Map()
  const vouchers = await pagoEfectivo(container).listVouchers(
    { id },
    { select: ["id", "cip", "order_id"], take: id.length },
  )
  const orders = await loadOrderNames(
    container,
    vouchers.map(({ order_id }) => order_id),
  )
  return new Map(
    vouchers.map(({ id, cip, order_id }) => [id, { cip, ...orders.get(order_id ?? "") }]),
  )
}

/** File names by report id. */
export async function loadReportNames(
  container: MedusaContainer,
  reportIds: Ids,
): Promise<Map<string, string>> {
  const id = distinct(reportIds)
  if (id.length === 0) return new Map()
  const reports = await pagoEfectivo(container).listSettlementReports(
    { id },
    { select: ["id", "filename"], take: id.length },
  )
  return new Map(reports.map(({ id, filename }) => [id, filename]))
}

/** Names of admin users; those without one are known by their e-mail, as in the admin. */
export async function loadPeople(
  container: MedusaContainer,
  userIds: Ids,
): Promise<Map<string, string>> {
  const id = distinct(userIds).filter((actor) => actor.startsWith("user_"))
  if (id.length === 0) return new Map()
  const users = await container
    .resolve(Modules.USER)
    .listUsers({ id }, { select: ["id", "first_name", "last_name", "email"], take: id.length })
  return new Map(users.map((user) => [user.id, fullName(user) || user.email]))
}

/** Who did something: a colleague's name, or what acts by itself. */
export function personName(
  people: Map<string, string>,
  actor: string | null,
  words: ExportWords,
): string {
  if (actor === null) return ""
  return people.get(actor) ?? words.of("actors", actor.startsWith("user_") ? "admin" : actor)
}
