import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"

/** Who is asking: the admin user's id (or the API key's), as histories keep it. */
export function actorOf(req: Pick<AuthenticatedMedusaRequest, "auth_context">): string {
  return req.auth_context.actor_id
}
