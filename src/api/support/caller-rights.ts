import * as framework from "@medusajs/framework"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { FeatureFlag } from "@medusajs/framework/utils"

/** Absent in a Medusa without role-based access. */
const hasPermission: typeof framework.hasPermission | undefined = framework.hasPermission

interface Right {
  resource: string
  operation: string
}

/**
 * Whether the caller's roles allow something, by the same roles and rules as the routes' own check;
 * yes, where role-based access is off or absent.
 * @param otherwise the answer where it is on and can't say, as without its module or its licence
 */
export async function callerMay(
  req: AuthenticatedMedusaRequest,
  right: Right,
  otherwise: boolean,
): Promise<boolean> {
  if (!hasPermission || !FeatureFlag.isFeatureEnabled("rbac")) return true
  const roles = rolesOf(req)
  // Medusa's routes refuse a caller without a role, whom `hasPermission` would let pass.
  if (roles.length === 0) return false
  try {
    return await hasPermission({ roles, actions: right, container: req.scope })
  } catch {
    return otherwise
  }
}

function rolesOf({ auth_context }: AuthenticatedMedusaRequest): string[] {
  const { roles } = (auth_context.app_metadata ?? {}) as { roles?: string[] }
  return roles ?? []
}
