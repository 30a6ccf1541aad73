import { GatewayBadAnswerError, GatewayRejectedError } from "../errors"
import type { GatewayVoucherState } from "../gateway"
import { asCip, asObject } from "../shared/json"
import { emptyState } from "../shared/empty-state"
import {
  isEmptyStructure,
  isSameCip,
  readVoucherState,
  stripZeros,
  type StatusMap,
} from "./voucher-state"

export interface SearchSettings {
  batchSize: number
  statusMap: StatusMap
}

type SearchBatch = (cips: string[]) => Promise<unknown>

/**
 * Asks for many codes in bounded batches, one after the other; the answer keeps the order asked.
 * @throws GatewayError of the first batch that fails.
 */
export async function searchVouchers(
  gatewayIds: string[],
  search: SearchBatch,
  settings: SearchSettings,
): Promise<GatewayVoucherState[]> {
  const askable = [...new Set(gatewayIds)].filter((id) => asCip(id) !== null)
  const states = new Map<string, GatewayVoucherState>()
  for (let start = 0; start < askable.length; start += settings.batchSize) {
    const batch = askable.slice(start, start + settings.batchSize)
    for (const state of await searchBatch(batch, search, settings.statusMap)) {
      states.set(state.gatewayId, state)
    }
  }
  return gatewayIds.map((id) => states.get(id) ?? emptyState(id, "unknown"))
}

/** One CIP that the gateway dislikes must not hide the others: a refused batch is asked one by one. */
async function searchBatch(
  batch: string[],
  search: SearchBatch,
  statusMap: StatusMap,
): Promise<GatewayVoucherState[]> {
  try {
    return readSearchAnswer(batch, await search(batch.map(stripZeros)), statusMap)
  } catch (error) {
    if (!(error instanceof GatewayRejectedError) || batch.length === 1) {
      throw error
    }
  }
  const states: GatewayVoucherState[] = []
  for (const id of batch) {
    states.push(await searchAlone(id, search, statusMap))
  }
  return states
}

async function searchAlone(
  id: string,
  search: SearchBatch,
  statusMap: StatusMap,
): Promise<GatewayVoucherState> {
  try {
    const [state] = readSearchAnswer([id], await search([stripZeros(id)]), statusMap)
    return state ?? emptyState(id, "unknown")
  } catch (error) {
    if (error instanceof GatewayRejectedError) {
      return emptyState(id, "unknown", error.gatewayCode)
    }
    throw error
  }
}

/**
 * Finds each CIP's element by its number. An unknown CIP has an empty structure at its place; a place
 * that is missing or holds another code says nothing, so the state is unknown.
 */
export function readSearchAnswer(
  asked: string[],
  data: unknown,
  statusMap: StatusMap,
): GatewayVoucherState[] {
  const elements = toList(data)
  return asked.map((id, place) => {
    const element = elements.map(asObject).find((each) => each !== null && isSameCip(each, id))
    if (element) {
      return readVoucherState(id, element, statusMap)
    }
    const hasEmptyPlace = elements.length === asked.length && isEmptyStructure(elements[place])
    return emptyState(id, hasEmptyPlace ? "not_found" : "unknown")
  })
}

function toList(data: unknown): unknown[] {
  if (Array.isArray(data)) {
    return data
  }
  if (asObject(data) === null) {
    throw new GatewayBadAnswerError(
      "PagoEfectivo answered a search without a list of codes; a list was expected.",
      { operation: "retrieve" },
    )
  }
  return [data]
}
