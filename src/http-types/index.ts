/**
 * What the admin routes answer, written once: the routes' presenters return these types and the
 * admin's pages read them. Types only, so that nothing of the server gets into the browser. Money is
 * decimal text, times are ISO 8601 in UTC.
 */
export type * from "./cases"
export type * from "./files"
export type * from "./health"
export type * from "./money"
export type * from "./notices"
export type * from "./page"
export type * from "./payouts"
export type * from "./reconciliation"
export type * from "./refunds"
export type * from "./refusal"
export type * from "./rights"
export type * from "./search"
export type * from "./settings"
export type * from "./settlement"
export type * from "./setup"
export type * from "./summary"
export type * from "./vouchers"
