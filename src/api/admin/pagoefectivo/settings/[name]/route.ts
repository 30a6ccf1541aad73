import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSettingResponse } from "../../../../../http-types"
import { changeSetting } from "../../../../../workflows/settings/change-setting"
import { actorOf } from "../../../../support/actor"
import { answerErrors } from "../../../../support/answer-errors"
import type { PostSettingType } from "../validators"

/** Changes what may change while the store runs; `value: null` takes the change back. */
export const POST = answerErrors(
  async (
    req: AuthenticatedMedusaRequest<PostSettingType>,
    res: MedusaResponse<AdminSettingResponse>,
  ) => {
    const { value, valid_from, provider_id, version } = req.validatedBody
    const setting = await changeSetting(req.scope, {
      name: req.params.name ?? "",
      value: value ?? null,
      validFrom: valid_from,
      providerId: provider_id,
      version,
      by: actorOf(req),
    })
    res.json({ setting })
  },
)
