import type { Call } from "../shared/call"

const vendor = "PagoEfectivo"

export const DIRECT_CALLS = {
  authorize: { vendor, operation: "authorize", purpose: "authorize the store", takesEffect: false },
  issue: { vendor, operation: "issue", purpose: "issue the code", takesEffect: true },
  retrieve: { vendor, operation: "retrieve", purpose: "ask for the codes", takesEffect: false },
  changeExpiry: {
    vendor,
    operation: "changeExpiry",
    purpose: "move the deadline",
    takesEffect: true,
  },
  void: { vendor, operation: "void", purpose: "void the code", takesEffect: true },
} as const satisfies Record<string, Call>
