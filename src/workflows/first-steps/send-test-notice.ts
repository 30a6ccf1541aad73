import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminTestNotice, TestNoticeOutcome } from "../../http-types"
import type { ProviderEntry } from "../../config"
import { TEST_OUTCOME } from "../../modules/pagoefectivo/notices/inbox"
import { pagoEfectivo } from "../container"
import { askHook, type HookAnswer } from "./ask-hook"
import { recordTest } from "./state"
import { refused } from "../../errors/refusal"

/**
 * Sends the store a notice by the address that the gateway is given, over the network and signed as the
 * gateway's are, and looks whether it has come in. It can never count as a payment, and may be repeated.
 * @throws MedusaError (not_allowed) when the gateway's notices can be signed by the gateway alone.
 */
export async function sendTestNotice(
  container: MedusaContainer,
  entry: ProviderEntry,
): Promise<AdminTestNotice> {
  const id = randomBytes(16).toString("hex")
  const signed = pagoEfectivo(container).gatewayFor(entry.providerId).signTestNotice?.(id)
  if (!signed) {
    throw refused("test_notice_not_signable", { provider: entry.providerId })
  }
  const address = entry.noticeAddress
  const sentAt = new Date()
  const answer = await askHook(address, signed)
  const test: AdminTestNotice = {
    id,
    provider_id: entry.providerId,
    address,
    sent_at: sentAt.toISOString(),
    took_ms: Date.now() - sentAt.getTime(),
    outcome: outcomeOf(answer, await hasArrived(container, entry.providerId, id)),
    status: answer.answered ? answer.status : null,
    code: answer.code,
    location: answer.answered ? answer.location : null,
  }
  await recordTest(container, test)
  return test
}

async function hasArrived(container: MedusaContainer, providerId: string, id: string) {
  const [notice] = await pagoEfectivo(container).listNotices(
    { provider_id: providerId, operation_number: id, outcome: TEST_OUTCOME },
    { take: 1, select: ["id"] },
  )
  return notice !== undefined
}

/** Stored is not enough: a gateway that gets no good answer takes its notice for lost. */
function outcomeOf(answer: HookAnswer, arrived: boolean): TestNoticeOutcome {
  if (!answer.answered) return answer.outcome
  const { status, code } = answer
  if (status >= 200 && status < 300) return arrived ? "returned" : "elsewhere"
  if (status >= 300 && status < 400) return "redirected"
  if (status === 401 && code === "address") return "address_refused"
  if (status === 401 && code === "signature") return "signature_refused"
  if (status === 401 || status === 403) return "locked"
  if (status === 404) return "not_found"
  return status >= 500 ? "failed" : "other"
}
