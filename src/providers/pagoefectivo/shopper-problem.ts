import { MedusaError } from "@medusajs/framework/utils"
import { withProblemCode, type ProblemCode } from "../../voucher/format/problem-code"

/**
 * Why a shopper gets no payment code. `payment_authorization_error` leaves the cart open when its
 * completion fails; `invalid_data` is Medusa's word for what the shopper has to change.
 */
export function shopperProblem(
  code: ProblemCode,
  sentence: string,
  type:
    "payment_authorization_error" | "invalid_data" | "not_found" = "payment_authorization_error",
): MedusaError {
  return new MedusaError(type, withProblemCode(sentence, code), code)
}
