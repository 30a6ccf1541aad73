import { Button, Skeleton, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { useResource } from "../../hooks/use-resource"
import { useText } from "../../hooks/use-text"
import type { AdminSettlementLine, AdminSettlementLineListResponse } from "../../../http-types"
import { ErrorNote } from "../common/error-note"
import { ExportMenu } from "../common/export-menu"
import { MoneyText } from "../common/money"

const PAGE = 10

/** The movements of one report, with the code that each belongs to. */
export function ReportLines({ reportId }: { reportId: string }) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useResource<AdminSettlementLineListResponse>(
    `/settlement-reports/${reportId}/lines`,
    { limit: PAGE, offset },
    { keepsPrevious: true },
  )
  if (error) return <ErrorNote error={error} retry={refetch} />
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <>
      <div className="mb-2 flex justify-end">
        <ExportMenu right="settlement:export" path={`/settlement-reports/${reportId}/lines`} />
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t("report.lines")}>
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("quarantine.line")}</Table.HeaderCell>
              <Table.HeaderCell>{t("line.reference")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("money.amount")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("money.net")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </Table.Body>
        </Table>
      </div>
      {data.count > PAGE && (
        <div className="mt-2 flex items-center justify-between">
          <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
            {t("list.range", {
              from: offset + 1,
              to: Math.min(offset + PAGE, data.count),
              total: data.count,
            })}
          </Text>
          <div className="flex gap-x-2">
            <Button
              size="small"
              variant="transparent"
              disabled={offset === 0}
              onClick={() => setOffset(offset - PAGE)}
            >
              {t("list.previous")}
            </Button>
            <Button
              size="small"
              variant="transparent"
              disabled={offset + PAGE >= data.count}
              onClick={() => setOffset(offset + PAGE)}
            >
              {t("list.next")}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}

function Line({ line }: { line: AdminSettlementLine }) {
  const { t } = useText()
  const reference = line.payment_id ?? line.external_reference ?? "—"
  return (
    <Table.Row>
      <Table.Cell className="tabular-nums">{line.line_number}</Table.Cell>
      <Table.Cell className="py-2">
        {line.voucher_id ? (
          <Link
            className="text-ui-tag-blue-text hover:underline font-mono text-xs"
            to={`/pagoefectivo/vouchers?voucher=${line.voucher_id}`}
          >
            {reference}
          </Link>
        ) : (
          <span className="font-mono text-xs">{reference}</span>
        )}
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(`line_type.${line.type}`)} ·{" "}
          {line.voucher_id
            ? t(`line_status.${line.announced ? "announced" : line.status}`)
            : t("line.unmatched")}
        </Text>
      </Table.Cell>
      <Table.Cell className="text-right">
        <MoneyText amount={line.amount} currency={line.currency_code} />
      </Table.Cell>
      <Table.Cell className="text-right">
        {line.net ? <MoneyText amount={line.net} currency={line.currency_code} /> : "—"}
      </Table.Cell>
    </Table.Row>
  )
}
