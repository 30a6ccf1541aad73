import { htmlAnswer } from "../http/answer"
import type { Answer } from "../http/answer"
import type { AnswerFault } from "../switches"
import type { VendorAnswers } from "./vendor-answers"

type Fail = (status: number) => Answer

const ERROR_PAGE =
  "<!doctype html><html><head><title>Error</title></head><body><h1>Service Unavailable</h1></body></html>"

/** The answer that a fault puts in the place of the operation's own. */
export function faultAnswer(fault: AnswerFault, fail: Fail): Answer {
  const answer = withoutRetryAfter(fault, fail)
  return fault.retryAfterSeconds === undefined
    ? answer
    : {
        ...answer,
        headers: { ...answer.headers, "retry-after": String(fault.retryAfterSeconds) },
      }
}

function withoutRetryAfter(fault: AnswerFault, fail: Fail): Answer {
  if (fault.text !== undefined) {
    const type = fault.contentType ?? "application/json; charset=utf-8"
    return { status: fault.status, headers: { "content-type": type }, body: fault.text }
  }
  if (fault.body === "html") {
    return htmlAnswer(fault.status, ERROR_PAGE)
  }
  if (fault.body === "empty") {
    return { status: fault.status, headers: {}, body: "" }
  }
  return fail(fault.status)
}

/** An error of the direct API, with the code that goes with an HTTP status. */
export const failWith =
  (answers: VendorAnswers): Fail =>
  (status) =>
    answers.failure(status, vendorCodeOf(status))

function vendorCodeOf(status: number): number {
  if (status >= 500) {
    return 166
  }
  return [401, 404, 429].includes(status) ? status : 111
}
