import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { pagoEfectivo } from "../../workflows/container"
import { messageOf } from "../../errors/message-of"
import { emit, PagoEfectivoEvents } from "../../workflows/events"
import { answerProbe, PROBE_HEADER } from "../../workflows/health/hook-probe"
import { isAllowedAddress } from "./allowed-address"
import { entryOfHook } from "./entry-of-hook"
import { NoticeTooLargeError, rawBodyOf } from "./raw-body"
import { fitsDatabase } from "../support/fits-database"

/** Kept with a notice as evidence, beside those of its signature. Nothing else of the request is stored. */
const KEPT_HEADERS = ["content-type", "user-agent"]

/**
 * Stands before the platform's payment hook: verifies a notice over its raw bytes, writes it to the
 * inbox, and only then lets the platform go on. A notice that is not durable is never answered with
 * 200: PagoEfectivo tries only once more.
 */
export async function receiveNotice(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const service = pagoEfectivo(req.scope)
  const entry = entryOfHook(service.options.entries, req.params.provider ?? "")
  if (entry === null) return next()
  if (entry === "unknown") return refuseUnknown(res)
  const { providerId } = entry

  const probe = answerProbe(entry, req.headers[PROBE_HEADER])
  if (probe) return void res.setHeader(PROBE_HEADER, probe).sendStatus(204)

  const receivedAt = new Date()
  const reject = async (status: number, reason: string, message: string) => {
    await service.inbox.countRejection(providerId, reason, receivedAt)
    const type = status === 401 ? "unauthorized" : "invalid_data"
    res.status(status).json({ type, code: reason, message })
  }

  try {
    if (!isAllowedAddress(req.ip, service.options.webhook.allowedIps)) {
      return await reject(401, "address", "Notices are not accepted from this address.")
    }
    const rawBody = await rawBodyOf(req)
    const gateway = service.gatewayFor(providerId)
    const read = gateway.readNotice({
      rawBody,
      headers: req.headers,
      query: req.query as Record<string, string>,
      receivedAt,
    })
    if (read.verdict === "forged") return await reject(401, "signature", read.reason)
    // Without effect by its nature: answered, so that the gateway stops sending it, and not kept.
    if (read.verdict === "ignored") return void res.sendStatus(200)
    const notice = {
      providerId,
      rawBody,
      headers: keptHeaders(req, gateway.signatureHeaders),
      query: Object.keys(req.query).length ? req.query : null,
      receivedAt,
      read,
    }
    if (!fitsDatabase([rawBody.toString("utf8"), notice.headers, notice.query, read])) {
      // Sent again it would be no better.
      return await reject(
        400,
        "characters",
        "The notice holds a NUL, or half of a Unicode character.",
      )
    }
    const stored = await service.inbox.store(notice)
    if (stored.isNew) announceAfterAnswer(req, res, stored.id)
  } catch (error) {
    if (error instanceof NoticeTooLargeError) return reject(413, "size", error.message)
    return refuseUnstored(req, res, error)
  }
  next()
}

/** The platform would answer 200 and drop it: nobody is sent a notice in vain. */
function refuseUnknown(res: MedusaResponse): void {
  const message =
    "This store has no such provider. Use the address that its first steps show in the admin."
  res.status(404).json({ type: "not_found", code: "unknown_provider", message })
}

/** The notice is durable, so its processing waits for the answer instead of holding it up. */
function announceAfterAnswer(req: MedusaRequest, res: MedusaResponse, noticeId: string): void {
  res.once("close", () => void announce(req, noticeId))
}

/** The notice is safe already: if the bus is down, the inbox job finds it within a minute. */
async function announce(req: MedusaRequest, noticeId: string): Promise<void> {
  try {
    await emit(req.scope, PagoEfectivoEvents.NOTICE_STORED, noticeId)
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `PagoEfectivo: notice ${noticeId} is stored, but the event bus refused its event: ${messageOf(error)}`,
      )
  }
}

function refuseUnstored(req: MedusaRequest, res: MedusaResponse, error: unknown): void {
  req.scope
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `PagoEfectivo: a notice could not be stored and was answered with 503: ${messageOf(error)}`,
    )
  res
    .status(503)
    .json({ type: "unexpected_state", message: "The notice could not be stored. Send it again." })
}

function keptHeaders(
  req: MedusaRequest,
  signatureHeaders: readonly string[],
): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of [...KEPT_HEADERS, ...signatureHeaders]) {
    const value = req.headers[name]
    if (value !== undefined) kept[name] = [value].flat().join(", ")
  }
  return kept
}
