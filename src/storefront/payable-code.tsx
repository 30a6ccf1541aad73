"use client"

import { type ReactElement, useRef } from "react"
import { groupCip, spellCip } from "../voucher/format/cip"
import { formatLimaDateTime } from "../voucher/format/deadline"
import { formatMoney } from "../voucher/format/money"
import { dayNames, formatTimeLeft } from "../voucher/format/time-left"
import { CopyCodeButton } from "./copy-button"
import type { ShownVoucher } from "./shown-voucher"

interface PayableCodeProps extends ShownVoucher {
  headingLevel: 1 | 2 | 3
  remainingMs: number | null
}

/** The vendor's own names, for sessions that carry none. */
const COMPANY = "PagoEfectivo"
const SERVICES = { pen: "PagoEfectivo Soles", usd: "PagoEfectivo Dólares" } as const

/** What, how much and by when, and the three steps to pay it. */
export function PayableCode(props: PayableCodeProps): ReactElement {
  const { amount, currencyCode, labels, language, remainingMs, voucher } = props
  const digits = useRef<HTMLParagraphElement>(null)
  const StepsTitle = `h${props.headingLevel + 1}` as "h2" | "h3" | "h4"
  const names = {
    company: voucher.company_name ?? COMPANY,
    service: voucher.service_name ?? SERVICES[currencyCode],
  }
  return (
    <>
      <div className="pe-code">
        <p>{labels.code}</p>
        <p className="pe-digits" aria-hidden="true" ref={digits}>
          {groupCip(voucher.cip).map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className="pe-hidden">{spellCip(voucher.cip)}</p>
        <CopyCodeButton code={voucher.cip} digits={digits} labels={labels} />
      </div>
      <p>
        {labels.amount}: <strong className="pe-amount">{formatMoney(amount, currencyCode)}</strong>
      </p>
      <p>
        {labels.payBefore}{" "}
        <strong>{formatLimaDateTime(new Date(voucher.expires_at), language)}</strong>{" "}
        <span className="pe-soft">({labels.timeZone})</span>
      </p>
      {remainingMs !== null && (
        <p>
          {labels.timeLeft}{" "}
          <strong role="timer" aria-live="off">
            {formatTimeLeft(remainingMs, dayNames(language))}
          </strong>
        </p>
      )}
      <StepsTitle className="pe-steps">{labels.steps}</StepsTitle>
      <ol>
        <li>{filled(labels.step1, names)}</li>
        <li>{filled(labels.step2, names)}</li>
        <li>{filled(labels.step3, names)}</li>
      </ol>
    </>
  )
}

function filled(text: string, names: { company: string; service: string }): string {
  return text.replace(/\{(company|service)\}/g, (_, name: "company" | "service") => names[name])
}
