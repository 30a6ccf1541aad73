import type { Call } from "../shared/call"

export const VENDOR = "Mercado Pago"

const vendor = VENDOR

export const MERCADO_PAGO_CALLS = {
  issue: { vendor, operation: "issue", purpose: "issue the code", takesEffect: true },
  retrieve: { vendor, operation: "retrieve", purpose: "ask for the payment", takesEffect: false },
  find: { vendor, operation: "find", purpose: "look for the payment", takesEffect: false },
  void: { vendor, operation: "void", purpose: "cancel the payment", takesEffect: true },
  refund: { vendor, operation: "refund", purpose: "refund the payment", takesEffect: true },
  refunds: { vendor, operation: "refunds", purpose: "list the refunds", takesEffect: false },
  methods: {
    vendor,
    operation: "methods",
    purpose: "list the means of payment",
    takesEffect: false,
  },
} as const satisfies Record<string, Call>
