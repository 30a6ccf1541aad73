import { Table, Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { AdminRowProblem } from "../../../http-types"
import { quarantineText } from "../../lib/quarantine-text"

/** Rows that could not be read, with where and why. */
export function QuarantineTable({ rows }: { rows: AdminRowProblem[] }) {
  const text = useText()
  const { t } = text
  return (
    <div
      className="max-h-72 overflow-auto"
      tabIndex={0}
      role="region"
      aria-label={t("report.quarantined")}
    >
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("quarantine.line")}</Table.HeaderCell>
            <Table.HeaderCell className="max-md:hidden">{t("quarantine.column")}</Table.HeaderCell>
            <Table.HeaderCell>{t("quarantine.found")}</Table.HeaderCell>
            <Table.HeaderCell className="max-md:hidden">
              {t("quarantine.expected")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.line}>
              <Table.Cell className="tabular-nums">{row.line}</Table.Cell>
              <Table.Cell className="font-mono text-xs max-md:hidden">
                {row.column ?? "—"}
              </Table.Cell>
              <Table.Cell className="min-w-28 break-words py-2 font-mono text-xs">
                {quarantineText(row, "found", text)}
                <OnPhone row={row} />
              </Table.Cell>
              <Table.Cell className="min-w-40 py-2 max-md:hidden">
                {quarantineText(row, "expected", text)}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

/** A phone has no room for columns: there the cause stands below what was found. */
function OnPhone({ row }: { row: AdminRowProblem }) {
  const text = useText()
  return (
    <Text size="xsmall" className="text-ui-fg-subtle mt-1 md:hidden">
      {row.column && <span className="font-mono">{row.column}: </span>}
      {quarantineText(row, "expected", text)}
    </Text>
  )
}
