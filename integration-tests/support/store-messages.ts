import type { SeededShop } from "../../demo/seed"

/** Asks a store process to run one of `src/jobs` now. */
export interface StoreRequest {
  id: number
  job: string
}

export type StoreAnswer =
  | { type: "ready"; shop: SeededShop }
  | { type: "failed"; reason: string }
  | { type: "done"; id: number }
  | { type: "refused"; id: number; reason: string }
