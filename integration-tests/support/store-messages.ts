import type { SeededShop } from "../../demo/seed"

/**
 * Asks a store process to run one of `src/jobs`, one of the public workflows or a payment provider's
 * method now, or one on call to start. A job that another run is at already may be left to it, or is
 * run afterwards.
 */
export type StoreRequest =
  | { id: number; job: string; mayBeLeft: boolean }
  | { id: number; workflow: string; input: object }
  | { id: number; providerId: string; method: string; input: object }
  | { start: true }

export type StoreAnswer =
  | { type: "loaded" }
  | { type: "ready"; shop: SeededShop }
  | { type: "failed"; reason: string }
  | { type: "done"; id: number; result?: unknown }
  | { type: "refused"; id: number; reason: string }
