/** What alerts say to people, in one language. */
export interface AlertWording {
  wholeTitle: string
  /** Nothing is open, and not every report was read. */
  reportsTitle: string
  openTitle: (cases: number, atRisk: string) => string
  failedTitle: string
  caseTitle: (reason: string, atRisk: string) => string
  period: (from: string, to: string) => string
  examined: (vouchers: number, lines: number) => string
  reason: (name: string, open: number, atRisk: string) => string
  news: (opened: number, healed: number, reopened: number) => string
  captured: (payments: number) => string
  awaitingPerson: (cases: number) => string
  fetched: (source: string, reports: number) => string
  unreadable: (file: string, error: string) => string
  notTaken: (file: string, why: string) => string
  moreFailed: (source: string, files: number) => string
  givenUp: (source: string, files: number, names: string) => string
  waiting: (source: string, files: number) => string
  reread: (file: string, lines: number) => string
  silent: (source: string, days: number) => string
  unread: (rows: number, files: string) => string
  unreadCause: (file: string, column: string | null, rows: number, expected: string) => string
  unreachable: (source: string, error: string) => string
  failed: (error: string) => string
  order: (orderId: string) => string
  and: string
}
