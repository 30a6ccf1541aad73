/** What every list answers beside its rows. */
export interface Paginated {
  /** Of all rows that fit, not only of this page. */
  count: number
  limit: number
  offset: number
}
