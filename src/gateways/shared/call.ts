/** One kind of request, for error messages and for the question whether it may have taken effect. */
export interface Call {
  /** Whose API it is, in words for sentences: "PagoEfectivo". */
  vendor: string
  /** Stable name of the call, for example `"issue"`. */
  operation: string
  /** In words, for sentences: "issue the code". */
  purpose: string
  /** False for calls that change nothing: they can't have half succeeded. */
  takesEffect: boolean
}
