import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { pagoEfectivo } from "../container"
import { requestReconciliation, runReconciliations } from "./reconcile"

export interface ReconcileInput {
  /** Lima's days, both included; without them everything that is not settled yet. */
  from?: string | null
  to?: string | null
  /** Who asks, for the run's record. */
  actor: string
}

const reconcileStep = createStep(
  "pagoefectivo-reconcile",
  async ({ from = null, to = null, actor }: ReconcileInput, { container }) => {
    const run = await requestReconciliation(container, { trigger: "manual", actor, from, to })
    await runReconciliations(container)
    const { id, status, counts } = await pagoEfectivo(container).retrieveReconciliation(run.id)
    return new StepResponse({ id, status, counts })
  },
)

/**
 * Asks for a reconciliation and carries it out. A run of another process goes first: the status is
 * then `pending`, and the job of every minute carries it out. No compensation: the same run again
 * changes nothing.
 */
export const reconcileWorkflow = createWorkflow(
  "pagoefectivo-reconcile",
  (input: WorkflowData<ReconcileInput>) => new WorkflowResponse(reconcileStep(input)),
)
