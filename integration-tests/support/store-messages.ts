import type { SeededShop } from "../../demo/seed"

/** What is in use after a garbage collection, and what the process has of the machine. */
export interface Memory {
  heldBytes: number
  residentBytes: number
}

/**
 * Asks a store process to run one of `src/jobs`, one of the public workflows or a payment provider's
 * method now, to say what memory it uses, or one on call to start. A job that another run is at already may be left to it, or is
 * run afterwards.
 */
export type StoreRequest =
  | { id: number; job: string; mayBeLeft: boolean }
  | { id: number; workflow: string; input: object }
  | { id: number; providerId: string; method: string; input: object }
  | { id: number; measure: "memory" }
  | { start: true }

export type StoreAnswer =
  | { type: "loaded" }
  | { type: "ready"; shop: SeededShop }
  | { type: "failed"; reason: string }
  | { type: "done"; id: number; result?: unknown }
  | { type: "refused"; id: number; reason: string }
