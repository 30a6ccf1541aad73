import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { messageOf } from "../../errors/message-of"
import type { RefusalReason } from "../../errors/refusal"
import { GatewayError } from "../../gateways/errors"
import { SettingValueError } from "../../config"
import {
  CaseConflictError,
  ClosedPeriodError,
  SettingConflictError,
  SettingInClosedPeriodError,
} from "../../modules/pagoefectivo"
import type { AdminRefusal } from "../../http-types"
import { ReportError } from "../../settlement"
import { UploadTooLargeError } from "./receive-upload"
import { isLockTimeout } from "../../workflows/locks"
import { refusalOf } from "../../workflows/refusal-of"
import { SetInCodeError } from "../../workflows/settings/change-setting"

type Handler<Req> = (req: Req, res: MedusaResponse) => Promise<void>

/**
 * Gives errors an answer in Medusa's form, with `code` and `values` beside the English where it is a
 * refusal of ours. "The gateway did not say" is 503 with the gateway error's stable `code`: it is
 * neither "paid" nor "unpaid".
 */
export function answerErrors<Req>(handler: Handler<Req>): Handler<Req> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      const known = describe(error)
      if (!known || res.headersSent) throw error
      if (known.retryAfterSeconds) res.setHeader("Retry-After", String(known.retryAfterSeconds))
      res.status(known.status).json(known.body)
    }
  }
}

interface KnownAnswer {
  status: number
  body: AdminRefusal
  retryAfterSeconds?: number
}

const { Types } = MedusaError
const BUSY_SECONDS = 5

/** As Medusa answers them; what is not here keeps the answer that Medusa gives it. */
const STATUS: Record<string, number> = {
  [Types.NOT_FOUND]: 404,
  [Types.NOT_ALLOWED]: 400,
  [Types.INVALID_DATA]: 400,
  [Types.CONFLICT]: 409,
  [Types.PAYMENT_AUTHORIZATION_ERROR]: 422,
  [Types.UNEXPECTED_STATE]: 500,
}

function describe(error: unknown): KnownAnswer | null {
  if (error instanceof GatewayError) {
    const seconds = Math.ceil((error.retryAfterMs ?? 0) / 1000)
    return unavailable(
      `PagoEfectivo gave no clear answer: look at the state before you repeat it. ${error.message}`,
      error.code,
      seconds,
    )
  }
  if (error instanceof ReportError) {
    const { code, message, reason } = error
    return { status: 400, body: { type: Types.INVALID_DATA, code, message, reason } }
  }
  if (isLockTimeout(error)) {
    const message = "Something else is working on this purchase right now. Try again in a moment."
    return unavailable(message, "busy", BUSY_SECONDS)
  }
  const reason = refusalOf(error)
  return reason && describeRefusal(error, reason)
}

function unavailable(message: string, code: string, retryAfterSeconds: number): KnownAnswer {
  const body = { type: Types.UNEXPECTED_STATE, code, message }
  return { status: 503, body, retryAfterSeconds }
}

function describeRefusal(error: unknown, reason: RefusalReason): KnownAnswer | null {
  const known = OWN.find(([kind]) => error instanceof kind)
  const type = known?.[1].type ?? (error as { type?: string } | null)?.type
  const status = known?.[1].status ?? STATUS[type ?? ""]
  if (!type || !status) return null
  return { status, body: { type, message: messageOf(error), ...reason } }
}

/** Errors that Medusa does not know. Its own handler would replace the message of a conflict. */
const OWN = [
  [CaseConflictError, { status: 409, type: Types.CONFLICT }],
  [ClosedPeriodError, { status: 400, type: Types.NOT_ALLOWED }],
  [UploadTooLargeError, { status: 413, type: Types.INVALID_DATA }],
  [SettingConflictError, { status: 409, type: Types.CONFLICT }],
  [SetInCodeError, { status: 409, type: Types.NOT_ALLOWED }],
  [SettingInClosedPeriodError, { status: 400, type: Types.NOT_ALLOWED }],
  [SettingValueError, { status: 400, type: Types.INVALID_DATA }],
] as const
