import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { pagoEfectivo } from "../container"
import { resolveCase, type CaseResolution } from "./resolve-case"

const resolveCaseStep = createStep(
  "pagoefectivo-resolve-case",
  async (resolution: CaseResolution, { container }) => {
    await resolveCase(container, resolution)
    const { id, status } = await pagoEfectivo(container).retrieveCase(resolution.caseId)
    return new StepResponse({ id, status })
  },
)

/** `resolveCase` as a Medusa workflow. No compensation: `reopenCase` takes a verdict back. */
export const resolveCaseWorkflow = createWorkflow(
  "pagoefectivo-resolve-case",
  (input: WorkflowData<CaseResolution>) => new WorkflowResponse(resolveCaseStep(input)),
)
