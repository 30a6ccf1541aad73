import * as framework from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Absent in a Medusa without role-based access: everybody may read everything there. */
const hasPermission: typeof framework.hasPermission | undefined = framework.hasPermission

/** What of the search's kinds a caller may read. Codes are what the route itself asks for. */
export interface ReadableKinds {
  /** Medusa's own right, which shoppers' names and phones need too. */
  orders: boolean
  cases: boolean
  payouts: boolean
}

export async function readableKinds(req: AuthenticatedMedusaRequest): Promise<ReadableKinds> {
  const may = (resource: string) => mayRead(req, resource)
  const [orders, cases, payouts] = await Promise.all([
    may("order"),
    may("pagoefectivo_case"),
    may("pagoefectivo_settlement"),
  ])
  return { orders, cases, payouts }
}

/** Without role-based access, or without its licence, Medusa answers yes. */
async function mayRead(req: AuthenticatedMedusaRequest, resource: string): Promise<boolean> {
  if (!hasPermission) return true
  const roles = (req.auth_context.app_metadata?.roles ?? []) as string[]
  const actions = { resource, operation: "read" }
  return hasPermission({ roles, actions, container: req.scope })
}
