import { clx, Text } from "@medusajs/ui"
import { useFieldText } from "../../hooks/use-field-text"
import { useText } from "../../hooks/use-text"
import type { AdminCase } from "../../../http-types"
import { compareFields, type ComparedField } from "../../lib/case-fields"
import { displayMoney } from "../../../peru/money-text"

/** Expected and actual side by side, and the difference in money. */
export function CaseComparison({ item }: { item: AdminCase }) {
  const { t } = useText()
  const fields = compareFields(item)
  return (
    <table className="txt-small w-full table-fixed">
      <caption className="sr-only">{t("case.comparison")}</caption>
      <thead>
        <tr className="text-ui-fg-subtle border-ui-border-base border-b text-left">
          <th scope="col" className="w-1/3 py-2 pr-2 font-normal">
            <span className="sr-only">{t("case.field")}</span>
          </th>
          <th scope="col" className="py-2 pr-2 font-normal">
            {t("case.expected")}
          </th>
          <th scope="col" className="py-2 font-normal">
            {t("case.actual")}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} currency={item.currency_code} />
        ))}
      </tbody>
    </table>
  )
}

function FieldRow({ field, currency }: { field: ComparedField; currency: string }) {
  const { t } = useText()
  const { nameOf, valueOf } = useFieldText(currency)
  return (
    <tr className="border-ui-border-base border-b align-top last:border-0">
      <th scope="row" className="text-ui-fg-subtle py-2 pr-2 text-left font-normal">
        {nameOf(field.name)}
      </th>
      <td className="break-words py-2 pr-2 tabular-nums">{valueOf(field.name, field.expected)}</td>
      <td className="break-words py-2 tabular-nums">
        <span className={clx(field.differs && "text-ui-fg-base font-medium")}>
          {valueOf(field.name, field.actual)}
        </span>
        {field.difference !== null && (
          <Text size="xsmall" className="text-ui-tag-orange-text" as="div">
            {t("case.difference", { amount: displayMoney(field.difference, currency) })}
          </Text>
        )}
      </td>
    </tr>
  )
}
