import type { MiddlewareRoute } from "@medusajs/framework/http"
import type { AdminRight } from "../../../http-types"

type Resource = "summary" | "setup" | "case" | "voucher" | "notice" | "settlement" | "setting"
type Operation = "read" | "create" | "update" | "export"
type Method = "GET" | "POST"

/**
 * What a role needs for each route, where Medusa's role-based access is on; without it these do
 * nothing. They are asked before anything else, so that a refusal tells nothing about the data.
 */
export const PERMISSIONS: [Method, string, Resource, Operation][] = [
  ["GET", "/summary", "summary", "read"],
  ["GET", "/health", "summary", "read"],
  ["GET", "/search", "voucher", "read"],
  ["GET", "/setup", "setup", "read"],
  ["GET", "/setup/state", "setup", "read"],
  ["POST", "/setup/test-keys", "setup", "update"],
  ["POST", "/setup/test-notice", "setup", "update"],
  ["POST", "/setup/dismiss", "setup", "update"],
  ["POST", "/setup/skip", "setup", "update"],
  ["GET", "/settings", "setting", "read"],
  ["GET", "/settings/changes", "setting", "read"],
  ["POST", "/settings/:name", "setting", "update"],
  ["GET", "/cases", "case", "read"],
  ["GET", "/cases/export", "case", "export"],
  ["GET", "/cases/:id", "case", "read"],
  ["POST", "/cases/bulk", "case", "update"],
  ["POST", "/cases/:id/resolve", "case", "update"],
  ["POST", "/cases/:id/reopen", "case", "update"],
  ["POST", "/cases/:id/notes", "case", "update"],
  ["POST", "/cases/:id/assign", "case", "update"],
  ["POST", "/cases/:id/claim", "case", "update"],
  ["POST", "/cases/:id/claim/withdraw", "case", "update"],
  ["GET", "/cases/:id/why", "case", "read"],
  ["GET", "/orders/:id/evidence", "case", "export"],
  ["POST", "/orders/:id/codes", "voucher", "update"],
  ["POST", "/orders/:id/other-payment", "voucher", "update"],
  ["POST", "/orders/:id/close-unpaid", "voucher", "update"],
  ["GET", "/vouchers", "voucher", "read"],
  ["GET", "/vouchers/export", "voucher", "export"],
  ["GET", "/vouchers/:id", "voucher", "read"],
  ["POST", "/vouchers/:id/check", "voucher", "update"],
  ["POST", "/vouchers/:id/void", "voucher", "update"],
  ["POST", "/vouchers/:id/resend", "voucher", "update"],
  ["GET", "/refunds", "voucher", "read"],
  ["GET", "/refunds/export", "voucher", "export"],
  ["POST", "/refunds/:id/transferred", "voucher", "update"],
  ["GET", "/notifications", "notice", "read"],
  ["GET", "/notifications/:id", "notice", "read"],
  ["POST", "/notifications/:id/replay", "notice", "update"],
  ["GET", "/settlement-reports", "settlement", "read"],
  ["POST", "/settlement-reports", "settlement", "create"],
  ["GET", "/settlement-reports/:id", "settlement", "read"],
  ["GET", "/settlement-reports/:id/file", "settlement", "export"],
  ["GET", "/settlement-reports/:id/lines", "settlement", "read"],
  ["GET", "/settlement-reports/:id/lines/export", "settlement", "export"],
  ["GET", "/settlement-reports/:id/quarantine", "settlement", "read"],
  ["POST", "/settlement-reports/:id/withdraw", "settlement", "update"],
  ["POST", "/settlement-reports/:id/reread", "settlement", "update"],
  ["GET", "/settlement-lines/:id/suggestions", "settlement", "read"],
  ["GET", "/payouts", "settlement", "read"],
  ["GET", "/payouts/export", "settlement", "export"],
  ["POST", "/payouts", "settlement", "update"],
  ["POST", "/payouts/import", "settlement", "update"],
  ["GET", "/payouts/changes", "settlement", "read"],
  ["GET", "/payouts/:id", "settlement", "read"],
  ["GET", "/payouts/:id/lines", "settlement", "read"],
  ["GET", "/imported-tables", "settlement", "read"],
  ["GET", "/imported-tables/:id", "settlement", "read"],
  ["GET", "/imported-tables/:id/file", "settlement", "export"],
  ["GET", "/imported-tables/:id/quarantine", "settlement", "read"],
  ["GET", "/exchange-rates", "settlement", "read"],
  ["POST", "/exchange-rates", "settlement", "update"],
  ["GET", "/fee-totals", "settlement", "read"],
  ["GET", "/fee-totals/export", "settlement", "export"],
  ["GET", "/reconciliations", "settlement", "read"],
  ["GET", "/reconciliations/export", "settlement", "export"],
  ["POST", "/reconciliations", "settlement", "create"],
  ["GET", "/reconciliations/:id", "settlement", "read"],
  ["GET", "/reconciliations/:id/cases", "case", "read"],
  ["GET", "/closed-periods", "settlement", "read"],
  ["POST", "/closed-periods", "settlement", "update"],
  ["POST", "/closed-periods/:id/reopen", "settlement", "update"],
]

/** What any admin may ask for: what it may do. */
export const OPEN_ROUTES: [Method, string][] = [["GET", "/rights"]]

/** Each right once, as the admin names it. */
export const RIGHTS = [
  ...new Set(PERMISSIONS.map(([, , resource, operation]) => `${resource}:${operation}`)),
] as AdminRight[]

export const permissionMiddlewares: MiddlewareRoute[] = PERMISSIONS.map(
  ([method, path, resource, operation]) => ({
    matcher: `/admin/pagoefectivo${path}`,
    methods: [method],
    policies: { resource: `pagoefectivo_${resource}`, operation },
  }),
)
