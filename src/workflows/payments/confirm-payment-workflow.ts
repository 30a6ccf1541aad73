import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { confirmPayment } from "./confirm-payment"

const confirmPaymentStep = createStep(
  "pagoefectivo-confirm-payment",
  async ({ voucher_id }: { voucher_id: string }, { container }) => {
    const { outcome } = await confirmPayment(container, voucher_id)
    return new StepResponse({ outcome })
  },
)

/** `confirmPayment` as a Medusa workflow. No compensation: a capture is never rolled back. */
export const confirmPaymentWorkflow = createWorkflow(
  "pagoefectivo-confirm-payment",
  (input: WorkflowData<{ voucher_id: string }>) => new WorkflowResponse(confirmPaymentStep(input)),
)
