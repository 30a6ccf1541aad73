import * as framework from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Absent in a Medusa without role-based access: everybody may then. */
const hasPermission: typeof framework.hasPermission | undefined = framework.hasPermission

/** Whether who asks may read orders in Medusa's own pages, where role-based access is on. */
export async function mayReadOrders(
  req: Pick<AuthenticatedMedusaRequest, "auth_context" | "scope">,
): Promise<boolean> {
  if (!hasPermission) return true
  const { roles = [] } = (req.auth_context.app_metadata ?? {}) as { roles?: string[] }
  return hasPermission({
    roles,
    actions: { resource: "order", operation: "read" },
    container: req.scope,
  })
}
