import type { GetLinesParamsType } from "./validators"

type Asked = Pick<
  GetLinesParamsType,
  "type" | "status" | "voucher_id" | "payout_id" | "matched" | "replaced"
>

/** The module's filters for what a request asks of a report's lines. */
export function lineFilters(reportId: string, { matched, replaced, ...filters }: Asked) {
  return {
    filters: {
      ...filters,
      report_id: reportId,
      ...(replaced && { replaced_by: { $ne: null } }),
      ...(matched !== undefined &&
        !filters.voucher_id && {
          voucher_id: matched ? { $ne: null } : null,
        }),
    },
    // A line that was replaced is deleted.
    scope: replaced ? { withDeleted: true } : {},
  }
}
