import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSearchResponse } from "../../../../http-types"
import { loadSearch } from "./load-search"
import { readableKinds } from "./readable-kinds"
import type { GetSearchParamsType } from "./validators"
import { answerErrors } from "../../../support/answer-errors"

export const GET = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<unknown, GetSearchParamsType>,
    res: MedusaResponse<AdminSearchResponse>,
  ) => {
    const { q } = req.validatedQuery as GetSearchParamsType
    res.setHeader("Cache-Control", "no-store")
    res.json(await loadSearch(req.scope, q, await readableKinds(req)))
  },
)
