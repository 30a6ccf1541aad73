import { Fragment } from "react"
import type { MoneySum } from "../../../http-types"
import { MoneyText } from "./money"

/** Sums of several currencies side by side: they are never added up. */
export function MoneySums({ sums }: { sums: MoneySum[] }) {
  const shown = sums.length > 0 ? sums : [{ currency_code: "pen", amount: "0.00", count: 0 }]
  return (
    <>
      {shown.map(({ currency_code, amount }, index) => (
        <Fragment key={currency_code}>
          {index > 0 && " · "}
          <MoneyText amount={amount} currency={currency_code} />
        </Fragment>
      ))}
    </>
  )
}
