import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminReconciliationListResponse,
  AdminReconciliationResponse,
} from "../../../../http-types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../../../workflows/container"
import { messageOf } from "../../../../errors/message-of"
import {
  requestReconciliation,
  runReconciliations,
} from "../../../../workflows/reconciliation/reconcile"
import { actorOf } from "../../../support/actor"
import { listOptions, pickFields } from "../../../support/list-request"
import { RECONCILIATION_COLUMNS } from "./fields"
import { presentReconciliation } from "./present-reconciliation"
import type { GetReconciliationsParamsType, PostReconciliationType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetReconciliationsParamsType>,
    res: MedusaResponse<AdminReconciliationListResponse>,
  ) => {
    const options = listOptions(req, RECONCILIATION_COLUMNS)
    const [rows, count] = await pagoEfectivo(req.scope).listAndCountReconciliations(
      req.filterableFields,
      options,
    )
    const reconciliations = rows.map((row) => pickFields(req, presentReconciliation(row)))
    res.json({ reconciliations, count, limit: options.take, offset: options.skip })
  },
)

/** Queues a run and answers at once. If this process dies, the job of every minute carries it out. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostReconciliationType>,
    res: MedusaResponse<AdminReconciliationResponse>,
  ) => {
    const { from = null, to = null } = req.validatedBody
    const actor = actorOf(req)
    const run = await requestReconciliation(req.scope, { trigger: "manual", actor, from, to })
    res.status(202).json({ reconciliation: presentReconciliation(run) })
    runReconciliations(req.scope).catch((error: unknown) =>
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `PagoEfectivo: reconciliation ${run.id} could not be started yet: ${messageOf(error)}`,
        ),
    )
  },
)
