import type { GatewayDeps } from "../deps"
import { GatewayRejectedError } from "../errors"
import type {
  GatewayCapabilities,
  GatewayProbe,
  GatewayVoucherState,
  IssuedVoucher,
  IssueRequest,
  NoticeVerdict,
  PaymentGateway,
  RawNotice,
  SignedNotice,
  VoidOutcome,
  VoucherReference,
} from "../gateway"
import { DirectClient } from "./client"
import { buildCipRequest } from "./create-request"
import { readIssuedVoucher } from "./issued-voucher"
import { asCip } from "../shared/json"
import { isWireTime } from "./lima-time"
import { readNotice, signTestNotice } from "./notice"
import { resolveDirectOptions, type DirectGatewayOptions, type DirectSettings } from "./options"
import { probeGateway } from "../shared/probe"
import { searchVouchers } from "./search-vouchers"
import { emptyState } from "../shared/empty-state"
import { removeThenRetrieve } from "../shared/void-voucher"
import { LIMA } from "../../peru/lima"

/** PagoEfectivo's own API, version 1. The gateway's id of a code is its CIP. */
export class DirectGateway implements PaymentGateway {
  readonly id = "direct"
  readonly timeZone = LIMA
  readonly capabilities: GatewayCapabilities = {
    refunds: "none",
    idempotentIssue: false,
    waitingAfterPaidIsReversal: true,
  }
  readonly signatureHeaders = ["pe-signature"]
  readonly issueTimeoutMs: number

  readonly #settings: DirectSettings
  readonly #client: DirectClient
  readonly #now: () => Date

  constructor(options: DirectGatewayOptions, deps: GatewayDeps = {}) {
    this.#settings = resolveDirectOptions(options)
    this.#client = new DirectClient(this.#settings, deps)
    this.#now = () => deps.clock?.now() ?? new Date()
    const { issueAuthorizationMs, createTimeoutMs } = this.#settings.limits
    // Twice: a token that is refused with 401 is renewed once.
    this.issueTimeoutMs = 2 * (issueAuthorizationMs + createTimeoutMs)
  }

  async issue(request: IssueRequest): Promise<IssuedVoucher> {
    const body = buildCipRequest(request, this.#settings)
    return readIssuedVoucher(await this.#client.create(body), request)
  }

  retrieve(references: VoucherReference[]): Promise<GatewayVoucherState[]> {
    const { searchBatchSize: batchSize, statusMap } = this.#settings
    return searchVouchers(
      references.map((reference) => reference.gatewayId),
      (cips) => this.#client.search(cips),
      { batchSize, statusMap },
    )
  }

  /** `PATCH /cips/{cip}`: an expired code goes back to "generado". */
  async changeExpiry(reference: VoucherReference, expiresAt: Date): Promise<void> {
    if (!isWireTime(expiresAt)) {
      throw rejected("dateExpiry", "a valid point in time was expected")
    }
    await this.#client.changeExpiry(cipOf(reference), expiresAt)
  }

  async void(reference: VoucherReference): Promise<VoidOutcome> {
    return removeThenRetrieve({
      remove: async () => this.#client.remove(cipOf(reference)),
      retrieve: async () => {
        const [state] = await this.retrieve([reference])
        return state ?? emptyState(reference.gatewayId, "unknown")
      },
    })
  }

  readNotice(raw: RawNotice): NoticeVerdict {
    return readNotice(raw, this.#settings.secretKey)
  }

  signTestNotice(testId: string): SignedNotice {
    return signTestNotice(testId, this.#settings.secretKey)
  }

  probe(): Promise<GatewayProbe> {
    return probeGateway({ vendor: "PagoEfectivo", ask: () => this.#client.probe() }, this.#now)
  }
}

function cipOf({ gatewayId }: VoucherReference): string {
  const cip = asCip(gatewayId)
  if (cip === null) {
    throw rejected("cip", "digits were expected")
  }
  return cip
}

function rejected(field: string, message: string): GatewayRejectedError {
  return new GatewayRejectedError(`PagoEfectivo was not asked. ${field}: ${message}.`, {
    fields: [{ field, code: "113", message }],
  })
}
