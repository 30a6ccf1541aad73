import type { MedusaContainer } from "@medusajs/framework/types"
import type { CaseChange } from "../../modules/pagoefectivo"
import { pagoEfectivo } from "../container"

/**
 * A person's change to a case that decides nothing: a note, an owner.
 * @throws MedusaError (not_found); CaseConflictError when somebody else was faster.
 */
export async function editCase(container: MedusaContainer, change: CaseChange): Promise<void> {
  const service = pagoEfectivo(container)
  await service.retrieveCase(change.id, { select: ["id"] })
  await service.cases.change(change)
}
