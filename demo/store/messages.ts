import type { SeededShop } from "../seed"

/** What the store process tells its launcher. */
export type StoreMessage =
  { type: "listening" } | { type: "ready"; shop: SeededShop } | { type: "failed"; reason: string }
