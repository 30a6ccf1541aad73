/** What a searched text may mean. Several may be true of one text; null: not that. */
export interface SearchTerms {
  /** As it was typed, without white space around it: numbers of payouts look like anything. */
  text: string
  /** Digits of a code, from its beginning. */
  code: string | null
  /** The last digits of a code. */
  codeEnding: string | null
  orderNumber: number | null
  amountCentimos: number | null
  /** An id of ours, of Medusa's or of a gateway, or a transaction code. */
  id: string | null
  /** An e-mail address, in lower case. */
  email: string | null
  /** The beginning of one. */
  emailBeginning: string | null
  /** National digits of a phone number. */
  phone: string | null
  /** Words of a person's name, in lower case and without accents. */
  name: string[]
}

export type SearchMeaning =
  | "code"
  | "code_ending"
  | "transaction_code"
  | "payment"
  | "amount"
  | "id"
  | "order_number"
  | "email"
  | "phone"
  | "name"
  | "payout"
  | "bank_reference"

export interface Found {
  id: string
  by: SearchMeaning
}

/** A payout is known by these three together. */
export interface FoundPayout {
  payout_id: string
  provider_id: string
  currency_code: string
  by: SearchMeaning
}
