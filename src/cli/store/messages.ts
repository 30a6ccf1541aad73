import type { AdminHealth } from "../../http-types"
import type { SetupLook } from "../../workflows/setup/run-setup"
import type { SetupWishes } from "../../workflows/setup/setup-step"

/** Where a process that starts the store says what it wants to know. */
export const REQUEST_VARIABLE = "PAGOEFECTIVO_CLI_REQUEST"

export type StoreRequest =
  | { kind: "health" }
  | { kind: "look"; wishes: SetupWishes }
  | { kind: "apply"; wishes: SetupWishes }

/** What a store says of itself. */
export interface StoreAnswer {
  /** Whether the plugin is in its configuration. */
  isRegistered: boolean
  /** Of the plugin; where it is not registered, nobody knows. */
  pendingMigrations: string[]
  health: AdminHealth | null
  looks: SetupLook[]
  /** Where the gateway is to send its notices. */
  hook: string | null
  publishableKey: string | null
}

export type StoreMessage =
  { type: "done"; look: SetupLook } | { type: "answer"; answer: StoreAnswer }
