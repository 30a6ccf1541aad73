import type { SeededShop } from "../../demo/seed"

/** Asks a store process to run one of `src/jobs` now, or one on call to start. */
export type StoreRequest = { id: number; job: string } | { start: true }

export type StoreAnswer =
  | { type: "loaded" }
  | { type: "ready"; shop: SeededShop }
  | { type: "failed"; reason: string }
  | { type: "done"; id: number }
  | { type: "refused"; id: number; reason: string }
