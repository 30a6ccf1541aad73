import type { SeededShop } from "../../demo/seed"

/**
 * Asks a store process to run one of `src/jobs` now, or one on call to start. A job that another run
 * is at already may be left to it, or is run afterwards.
 */
export type StoreRequest = { id: number; job: string; mayBeLeft: boolean } | { start: true }

export type StoreAnswer =
  | { type: "loaded" }
  | { type: "ready"; shop: SeededShop }
  | { type: "failed"; reason: string }
  | { type: "done"; id: number }
  | { type: "refused"; id: number; reason: string }
