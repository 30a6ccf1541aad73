import type { AdminCase, AdminCaseResponse } from "../../http-types"
import { post } from "../lib/client"
import { useAction } from "./use-action"

/** Takes the mark of a claim away. */
export function useWithdrawClaim({ id, version }: Pick<AdminCase, "id" | "version">) {
  return useAction<void, AdminCaseResponse>({
    run: () => post(`/cases/${id}/claim/withdraw`, { version }),
  })
}
