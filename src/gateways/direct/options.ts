import { isWireDocumentType, WIRE_DOCUMENT_TYPES, type WireDocumentType } from "./document"
import {
  DEFAULT_DIRECT_LIMITS,
  DEFAULT_SEARCH_BATCH_SIZE,
  DIRECT_FIELD_LIMITS,
  MAX_SEARCH_BATCH_SIZE,
  type DirectLimits,
} from "./limits"
import { codePoints } from "../shared/text"
import { normalizeStatusText, type StatusMap } from "./voucher-state"

export interface DirectGatewayOptions {
  /** Root of the API, up to and including `/v1`. */
  baseUrl: string
  accessKey: string
  secretKey: string
  serviceId: number
  /** The merchant's mailbox that gets a copy of the mail with the code, at most 100 characters. */
  adminEmail?: string
  /** Sent for payers without a phone; the vendor's manual wants one. */
  fallbackPhone?: string
  /** Language of the gateway's messages and mails; `es-PE` by default. */
  language?: "es-PE" | "en-US"
  /** The store's document types to the vendor's: DNI, PAR, PAS, LMI or NAN. */
  documentTypes?: Record<string, string>
  /** Numeric states or state texts that the merchant knows; goes before what is built in. */
  statusMap?: StatusMap
  /** CIPs in one search, 1 to 100; 5 by default. */
  searchBatchSize?: number
  /** Timeouts, retries and other limits that differ from the defaults. */
  limits?: Partial<DirectLimits>
}

export interface DirectSettings {
  baseUrl: string
  accessKey: string
  secretKey: string
  serviceId: number
  adminEmail?: string
  fallbackPhone?: string
  language: "es-PE" | "en-US"
  documentTypes: Record<string, WireDocumentType>
  statusMap: StatusMap
  searchBatchSize: number
  limits: DirectLimits
}

/** @throws RangeError naming the option that can't work. It never shows a key. */
export function resolveDirectOptions(options: DirectGatewayOptions): DirectSettings {
  const { searchBatchSize = DEFAULT_SEARCH_BATCH_SIZE, adminEmail } = options
  check(/^https?:\/\/\S+$/.test(options.baseUrl), "baseUrl", "an http or https address")
  check(options.accessKey !== "", "accessKey", "a text that is not empty")
  // Anybody can sign with an empty key.
  check(options.secretKey !== "", "secretKey", "a text that is not empty")
  check(
    Number.isSafeInteger(options.serviceId) && options.serviceId > 0,
    "serviceId",
    "a whole number above 0",
  )
  check(
    isBetween(searchBatchSize, 1, MAX_SEARCH_BATCH_SIZE),
    "searchBatchSize",
    `a whole number from 1 to ${MAX_SEARCH_BATCH_SIZE}`,
  )
  check(
    codePoints(adminEmail ?? "") <= DIRECT_FIELD_LIMITS.adminEmail,
    "adminEmail",
    `at most ${DIRECT_FIELD_LIMITS.adminEmail} characters`,
  )
  return {
    ...options,
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    language: options.language ?? "es-PE",
    documentTypes: resolveDocumentTypes(options.documentTypes ?? {}),
    statusMap: resolveStatusMap(options.statusMap ?? {}),
    searchBatchSize,
    limits: { ...DEFAULT_DIRECT_LIMITS, ...withoutUndefined(options.limits ?? {}) },
  }
}

function resolveDocumentTypes(types: Record<string, string>): Record<string, WireDocumentType> {
  return Object.fromEntries(
    Object.entries(types).map(([type, target]) => {
      const wireType = target.trim().toUpperCase()
      if (!isWireDocumentType(wireType)) {
        throw optionError(`documentTypes.${type}`, `one of ${WIRE_DOCUMENT_TYPES.join(", ")}`)
      }
      return [type.trim().toUpperCase(), wireType]
    }),
  )
}

function resolveStatusMap(map: StatusMap): StatusMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, status]) => [normalizeStatusText(key), status]),
  )
}

function withoutUndefined(limits: Partial<DirectLimits>): Partial<DirectLimits> {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined))
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function check(holds: boolean, option: string, expected: string): void {
  if (!holds) {
    throw optionError(option, expected)
  }
}

function optionError(option: string, expected: string): RangeError {
  return new RangeError(`PagoEfectivo option ${option}: expected ${expected}.`)
}
