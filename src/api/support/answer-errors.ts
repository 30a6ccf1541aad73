import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
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
import { SetInCodeError } from "../../workflows/settings/change-setting"

type Handler<Req> = (req: Req, res: MedusaResponse) => Promise<void>

/**
 * Gives errors that Medusa does not know an answer in Medusa's form. "The gateway did not say" is
 * 503 with the gateway error's stable `code`: it is neither "paid" nor "unpaid".
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

function describe(error: unknown): KnownAnswer | null {
  if (error instanceof GatewayError) {
    return {
      status: 503,
      body: {
        type: MedusaError.Types.UNEXPECTED_STATE,
        code: error.code,
        message: `PagoEfectivo gave no clear answer, so nothing was changed. ${error.message}`,
      },
      retryAfterSeconds: Math.ceil((error.retryAfterMs ?? 0) / 1000),
    }
  }
  if (error instanceof CaseConflictError) {
    // Medusa's own error handler replaces the message of a conflict.
    return { status: 409, body: { type: MedusaError.Types.CONFLICT, message: error.message } }
  }
  if (error instanceof SettingConflictError) {
    return {
      status: 409,
      body: { type: MedusaError.Types.CONFLICT, code: "changed_meanwhile", message: error.message },
    }
  }
  if (error instanceof SetInCodeError) {
    return {
      status: 409,
      body: { type: MedusaError.Types.NOT_ALLOWED, code: "set_in_code", message: error.message },
    }
  }
  if (error instanceof SettingInClosedPeriodError) {
    return {
      status: 400,
      body: { type: MedusaError.Types.NOT_ALLOWED, code: "closed_period", message: error.message },
    }
  }
  if (error instanceof SettingValueError) {
    return {
      status: 400,
      body: { type: MedusaError.Types.INVALID_DATA, code: "bad_value", message: error.message },
    }
  }
  if (error instanceof ClosedPeriodError) {
    return { status: 400, body: { type: MedusaError.Types.NOT_ALLOWED, message: error.message } }
  }
  if (error instanceof UploadTooLargeError) {
    return {
      status: 413,
      body: {
        type: MedusaError.Types.INVALID_DATA,
        code: "file_too_large",
        message: error.message,
      },
    }
  }
  if (error instanceof ReportError) {
    const { code, message, reason } = error
    return { status: 400, body: { type: MedusaError.Types.INVALID_DATA, code, message, reason } }
  }
  if (isLockTimeout(error)) {
    return {
      status: 503,
      body: {
        type: MedusaError.Types.UNEXPECTED_STATE,
        code: "busy",
        message: "Something else is working on this purchase right now. Try again in a moment.",
      },
      retryAfterSeconds: 5,
    }
  }
  return null
}
