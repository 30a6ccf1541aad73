/** One kind of request, for error messages and for the question whether it may have taken effect. */
export interface Call {
  operation: "authorize" | "issue" | "retrieve" | "changeExpiry" | "void"
  /** In words, for sentences: "issue the code". */
  purpose: string
  /** False for calls that change nothing: they can't have half succeeded. */
  takesEffect: boolean
}

export const CALLS = {
  authorize: { operation: "authorize", purpose: "authorize the store", takesEffect: false },
  issue: { operation: "issue", purpose: "issue the code", takesEffect: true },
  retrieve: { operation: "retrieve", purpose: "ask for the codes", takesEffect: false },
  changeExpiry: { operation: "changeExpiry", purpose: "move the deadline", takesEffect: true },
  void: { operation: "void", purpose: "void the code", takesEffect: true },
} as const satisfies Record<string, Call>
