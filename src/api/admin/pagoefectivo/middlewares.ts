import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { answerInvalid } from "../../support/answer-invalid"
import { listConfig } from "../../support/list-request"
import { CASE_FIELDS } from "./cases/fields"
import * as cases from "./cases/validators"
import { NOTICE_FIELDS } from "./notifications/fields"
import { GetNotificationsParams } from "./notifications/validators"
import { GetExchangeRatesParams } from "./exchange-rates/validators"
import { ExportFeeTotalsParams, GetFeeTotalsParams } from "./fee-totals/validators"
import { GetHealthParams } from "./health/validators"
import { CLOSED_PERIOD_FIELDS } from "./closed-periods/present-closed-period"
import * as periods from "./closed-periods/validators"
import { IMPORTED_TABLE_FIELDS } from "./imported-tables/fields"
import { GetImportedTablesParams } from "./imported-tables/validators"
import { GetEvidenceParams, PostCode, PostOtherPayment } from "./orders/validators"
import { permissionMiddlewares } from "./permissions"
import { PAYOUT_FIELDS, PAYOUT_LINE_FIELDS } from "./payouts/fields"
import * as payouts from "./payouts/validators"
import { RECONCILIATION_FIELDS, RUN_CASE_FIELDS } from "./reconciliations/fields"
import * as reconciliations from "./reconciliations/validators"
import { REFUND_FIELDS } from "./refunds/fields"
import { ExportRefundsParams, GetRefundsParams, PostTransferred } from "./refunds/validators"
import { LINE_FIELDS, QUARANTINE_FIELDS, REPORT_FIELDS } from "./settlement-reports/fields"
import * as reports from "./settlement-reports/validators"
import { PostDismiss, PostSkip, PostTest } from "./setup/validators"
import { GetSettingChangesParams, GetSettingsParams, PostSetting } from "./settings/validators"
import { GetSearchParams } from "./search/validators"
import { GetSummaryParams } from "./summary/validators"
import { VOUCHER_FIELDS } from "./vouchers/fields"
import { ExportVouchersParams, GetVouchersParams } from "./vouchers/validators"

/**
 * What the plugin's admin routes accept. That only admins may call them is decided by Medusa, by
 * path; which of them, by the permissions.
 */
export const adminMiddlewares: MiddlewareRoute[] = [
  ...permissionMiddlewares,
  query("/vouchers", GetVouchersParams, VOUCHER_FIELDS),
  query("/vouchers/export", ExportVouchersParams),
  query("/refunds", GetRefundsParams, REFUND_FIELDS),
  query("/refunds/export", ExportRefundsParams),
  body("/refunds/:id/transferred", PostTransferred),
  query("/notifications", GetNotificationsParams, NOTICE_FIELDS),
  query("/cases", cases.GetCasesParams, CASE_FIELDS),
  query("/cases/export", cases.ExportCasesParams),
  query("/settlement-reports", reports.GetSettlementReportsParams, REPORT_FIELDS),
  query("/settlement-reports/:id/lines", reports.GetLinesParams, LINE_FIELDS),
  query("/settlement-reports/:id/lines/export", reports.ExportLinesParams),
  query("/settlement-reports/:id/quarantine", reports.GetQuarantineParams, QUARANTINE_FIELDS),
  body("/settlement-reports/:id/withdraw", reports.PostWithdrawal),
  body("/settlement-reports/:id/reread", reports.PostReread),
  query("/reconciliations", reconciliations.GetReconciliationsParams, RECONCILIATION_FIELDS),
  query("/reconciliations/export", reconciliations.ExportReconciliationsParams),
  body("/reconciliations", reconciliations.PostReconciliation),
  query("/reconciliations/:id/cases", reconciliations.GetRunCasesParams, RUN_CASE_FIELDS),
  query("/payouts", payouts.GetPayoutsParams, PAYOUT_FIELDS),
  query("/payouts/export", payouts.ExportPayoutsParams),
  body("/payouts", payouts.PostPayout),
  query("/payouts/changes", payouts.GetPayoutChangesParams),
  query("/payouts/:id/lines", payouts.GetPayoutLinesParams, PAYOUT_LINE_FIELDS),
  query("/imported-tables", GetImportedTablesParams, IMPORTED_TABLE_FIELDS),
  query("/imported-tables/:id/quarantine", reports.GetQuarantineParams, QUARANTINE_FIELDS),
  query("/exchange-rates", GetExchangeRatesParams),
  query("/fee-totals", GetFeeTotalsParams),
  query("/fee-totals/export", ExportFeeTotalsParams),
  query("/closed-periods", periods.GetClosedPeriodsParams, CLOSED_PERIOD_FIELDS),
  body("/closed-periods", periods.PostClosedPeriod),
  body("/closed-periods/:id/reopen", periods.ReopenClosedPeriod),
  query("/orders/:id/evidence", GetEvidenceParams),
  body("/orders/:id/codes", PostCode),
  body("/orders/:id/other-payment", PostOtherPayment),
  query("/search", GetSearchParams),
  query("/summary", GetSummaryParams),
  query("/health", GetHealthParams),
  body("/setup/test-keys", PostTest),
  body("/setup/test-notice", PostTest),
  body("/setup/dismiss", PostDismiss),
  body("/setup/skip", PostSkip),
  query("/settings", GetSettingsParams),
  query("/settings/changes", GetSettingChangesParams),
  body("/settings/:name", PostSetting),
  body("/cases/bulk", cases.BulkCases),
  body("/cases/:id/resolve", cases.ResolveCase),
  body("/cases/:id/reopen", cases.ReopenCase),
  body("/cases/:id/notes", cases.AddNote),
  body("/cases/:id/assign", cases.AssignCase),
  body("/cases/:id/claim", cases.ClaimCase),
  body("/cases/:id/claim/withdraw", cases.WithdrawClaim),
]

type QuerySchema = Parameters<typeof validateAndTransformQuery>[0]
type BodySchema = Parameters<typeof validateAndTransformBody>[0]

function query(path: string, schema: QuerySchema, fields: readonly string[] = []): MiddlewareRoute {
  return {
    matcher: `/admin/pagoefectivo${path}`,
    methods: ["GET"],
    middlewares: [
      answerInvalid(validateAndTransformQuery(schema, listConfig(fields)), schema, "query"),
    ],
  }
}

function body(path: string, schema: BodySchema): MiddlewareRoute {
  return {
    matcher: `/admin/pagoefectivo${path}`,
    methods: ["POST"],
    middlewares: [answerInvalid(validateAndTransformBody(schema), schema, "body")],
  }
}
