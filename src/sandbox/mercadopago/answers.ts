import { jsonAnswer, type Answer } from "../http/answer"

const ERRORS: Readonly<Record<number, string>> = {
  400: "bad_request",
  401: "unauthorized",
  404: "not_found",
  405: "method_not_allowed",
  429: "too_many_requests",
}

/** An error as Mercado Pago words it: `{ message, error, status, cause: [{ code, description }] }`. */
export function refuse(status: number, message: string, code?: number): Answer {
  return jsonAnswer(status, {
    message,
    error: ERRORS[status] ?? "internal_error",
    status,
    cause: code === undefined ? [] : [{ code, description: message, data: null }],
  })
}

/** An error that has a name and no `cause`, as a bad `notification_url` is answered. */
export function refuseByName(name: string, message: string): Answer {
  return jsonAnswer(400, { message, error: name, status: 400, cause: null })
}

export const unknownPayment = () => refuse(404, "Payment not found", 2000)
