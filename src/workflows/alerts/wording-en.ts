import type { AlertWording } from "./alert-wording"
import { counted } from "./counted"

export const EN: AlertWording = {
  wholeTitle: "PagoEfectivo: everything reconciles",
  reportsTitle: "PagoEfectivo: no open cases, but reports are missing",
  openTitle: (cases, atRisk) =>
    `PagoEfectivo: ${counted(cases, "open case", "open cases")}, ${atRisk} at risk`,
  failedTitle: "PagoEfectivo: the reconciliation failed",
  caseTitle: (reason, atRisk) => `PagoEfectivo: ${reason} (${atRisk})`,
  period: (from, to) => `Payments from ${from} to ${to}`,
  examined: (vouchers, lines) =>
    `Looked at ${counted(vouchers, "code", "codes")} and ${counted(lines, "report line", "report lines")}.`,
  reason: (name, open, atRisk) => `${name}: ${open} (${atRisk})`,
  news: (opened, healed, reopened) =>
    `Since the last run: ${opened} new, ${healed} fixed by themselves, ${reopened} reopened.`,
  captured: (payments) => `Payments that the store had missed and that were booked: ${payments}.`,
  awaitingPerson: (cases) => `Changes in closed periods that wait for your decision: ${cases}.`,
  fetched: (source, reports) =>
    `Source ${source}: ${counted(reports, "new report", "new reports")}.`,
  unreadable: (file, error) => `${file} could not be read: ${error}`,
  notTaken: (file, why) => `${file} was not taken: ${why}`,
  moreFailed: (source, files) =>
    `Source ${source}: ${counted(files, "more file was", "more files were")} not taken.`,
  givenUp: (source, files, names) =>
    `Source ${source}: still set aside since earlier nights: ${files} (${names}).`,
  waiting: (source, files) =>
    `Source ${source}: ${counted(files, "file waits", "files wait")} for the next night.`,
  reread: (file, lines) => `${file} was read again: ${counted(lines, "more line", "more lines")}.`,
  silent: (source, days) => `Source ${source}: no report for ${counted(days, "day", "days")}.`,
  unread: (rows, files) => `Rows of reports that could not be read: ${rows}, in ${files}.`,
  unreadCause: (file, column, rows, expected) =>
    `${file}${column ? `, “${column}”` : ""} (${rows}): expected ${expected}.`,
  unreachable: (source, error) => `Source ${source} could not be fetched: ${error}`,
  failed: (error) => `Error: ${error}`,
  order: (orderId) => `Order: ${orderId}`,
  and: "and",
}
