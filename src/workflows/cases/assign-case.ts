import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refused } from "../../errors/refusal"
import { editCase } from "./change-case"

/**
 * Hands a case to an admin user, or takes it from whoever has it (null).
 * @throws MedusaError (not_found); CaseConflictError when somebody else was faster.
 */
export function assignCase(
  container: MedusaContainer,
  input: { caseId: string; assignedTo: string | null; version?: number; actor: string },
): Promise<void> {
  const { caseId, assignedTo, version, actor } = input
  return editCase(container, {
    id: caseId,
    version,
    kind: "assigned",
    actor,
    note: null,
    data: { assigned_to: assignedTo },
    set: { assigned_to: assignedTo },
  })
}

/** @throws MedusaError (invalid_data) when there is no such admin user. */
export async function requireUser(container: MedusaContainer, id: string | null): Promise<void> {
  if (id === null) return
  const [user] = await container.resolve(Modules.USER).listUsers({ id }, { take: 1 })
  if (user) return
  throw refused("no_such_user", { found: id })
}
