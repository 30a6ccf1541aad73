import type { Sandbox, SandboxOperation, SwitchChanges } from "../../../src/sandbox"

/** A notice as it goes over the wire. */
export interface NoticeOnWire {
  /** With its query. */
  url: string
  headers: Record<string, string>
  body: string
}

export interface NoticeWishes {
  /** What the gateway calls the code; see `gatewayIdOf`. */
  gatewayId: string
  /** Number of the notice, so that two of one payment differ. */
  number?: number
  /** Fills the body up to so many bytes. */
  bytes?: number
}

/**
 * A gateway as the shared specs see it: they are written once, and what differs from one gateway to
 * another is declared here. What shoppers do (pay, expire, reverse) is the same at the sandbox.
 */
export interface GatewayProfile {
  name: string
  /** Ends the provider's id. */
  entry: string
  providerId: string
  /** The sandbox's call that issues a code. */
  createCall: SandboxOperation
  /** The gateway's own id of a code. */
  gatewayIdOf(code: { cip: string; paymentId: string | null }): string

  /** How money goes back: the status of its record, and what the payment's data says. */
  refunds: { method: "gateway" | "bank_transfer"; recordedAs: string }
  /** A lost answer is asked for again under the same transaction code; otherwise `-2` follows. */
  repeatsLostIssue: boolean
  /** The shortest life of a code, in hours. */
  leastVoucherHours: number
  /** Whether the gateway gives back by itself what is paid for a closed code. */
  returnsLateMoney: boolean
  /** Fields of the create call that carry the payer, for the guest of `issuing.spec.ts`. */
  payerFields: Record<string, unknown>
  /** Characters that a name may have at the gateway. */
  longestName: number
  /** The names that the create call carried, of the code's recorded fields. */
  namesIn(fields: Record<string, unknown>): (string | undefined)[]

  /** Whether its notices say that money has come, or only that something changed. */
  noticesClaimPayment: boolean
  /** Headers kept with a stored notice, beside content type and user agent. */
  signatureHeaders: string[]
  /** Switches of the sandbox under which its notices look different and count all the same. */
  noticeStyles: [name: string, on: SwitchChanges, off: SwitchChanges][]
  /** Notices that must be refused, made of a good one. */
  forgeries: [name: string, forge: (good: SignedNotice) => NoticeOnWire][]
  /** A signed notice that a payment changed. */
  notice(at: NoticeAddress, wishes: NoticeWishes): SignedNotice
  /** A signed notice of another event, without effect here. */
  otherEvent(at: NoticeAddress, wishes: NoticeWishes): SignedNotice
  /** A signed notice in no known shape. */
  unreadable(at: NoticeAddress): SignedNotice
  /** A notice by which the store tests its own hook. */
  testOfStore(at: NoticeAddress, testId: string): NoticeOnWire

  /** What can go wrong when a code is issued; see `gateway-trouble.spec.ts`. */
  troubles: GatewayTrouble[]
}

export interface NoticeAddress {
  sandbox: Sandbox
  storeUrl: string
}

/** A notice that its gateway signed, and how to sign it otherwise. */
export interface SignedNotice extends NoticeOnWire {
  signed(otherwise: { secret?: string; at?: Date }): NoticeOnWire
}

export interface GatewayTrouble {
  trouble: string
  switches: SwitchChanges
  /** What the shopper's answer carries. */
  code: string
  /** What the merchant finds in the log. */
  logs: RegExp
}
