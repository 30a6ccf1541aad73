"use client"

import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from "react"
import { groupCip, spellCip } from "../voucher/format/cip"
import { formatLimaDateTime, type VoucherLanguage } from "../voucher/format/deadline"
import { formatMoney } from "../voucher/format/money"
import { dayNames, formatTimeLeft } from "../voucher/format/time-left"
import { type VoucherLabels, voucherLabels } from "./labels"
import { voucherStyles } from "./styles"
import type { CheckOutcome, SessionVoucher, VoucherCurrency, VoucherStatus } from "./types"
import { useVoucherStatus } from "./use-voucher-status"

export interface PagoEfectivoVoucherProps {
  /** `data.voucher` of the payment session. */
  voucher: SessionVoucher
  /** `data.amount` of the payment session, a decimal string with two digits. */
  amount: string
  /** `data.currency_code` of the payment session. */
  currencyCode: VoucherCurrency
  /** The store's publishable API key. Without it the component does not follow the status. */
  publishableKey?: string
  /** Spanish unless told otherwise. */
  lang?: VoucherLanguage
  /** Own texts; what is missing keeps the default. */
  labels?: Partial<VoucherLabels>
  onStatusChange?: (status: VoucherStatus) => void
  className?: string
  style?: CSSProperties
  /** For shops with a Content-Security-Policy: the nonce of the component's style element. */
  nonce?: string
  /** Leaves out the component's own styles. */
  unstyled?: boolean
}

/** A PagoEfectivo code to show after checkout and on an order's page. */
export function PagoEfectivoVoucher(props: PagoEfectivoVoucherProps): ReactElement {
  const { lang = "es", onStatusChange, publishableKey, voucher } = props
  const labels = { ...voucherLabels[lang], ...props.labels }
  const state = useVoucherStatus({
    pageUrl: voucher.page_url,
    publishableKey: publishableKey ?? "",
    initialStatus: voucher.status,
    enabled: publishableKey !== undefined,
  })
  useStatusCallback(state.status, onStatusChange)
  const waiting = state.status === "waiting"
  const canCheck = publishableKey !== undefined && (waiting || state.status === "expired")

  return (
    <section
      className={["pe-voucher", props.className].filter(Boolean).join(" ")}
      data-status={state.status}
      lang={lang}
      style={props.style}
    >
      {!props.unstyled && (
        <style nonce={props.nonce} dangerouslySetInnerHTML={{ __html: voucherStyles }} />
      )}
      <p role="status">
        <span className="pe-status">{labels[state.status]}</span>
      </p>
      {waiting ? (
        <Payable {...props} labels={labels} remainingMs={state.remainingMs} />
      ) : (
        <p>{labels[`${state.status as Exclude<VoucherStatus, "waiting">}Text`]}</p>
      )}
      <p>
        <a className="pe-button" href={localizedPage(voucher.page_url, lang)}>
          {waiting ? labels.open : labels.details}
        </a>
      </p>
      {canCheck && <Check labels={labels} check={state.check} />}
    </section>
  )
}

interface PayableProps extends Omit<PagoEfectivoVoucherProps, "labels"> {
  labels: VoucherLabels
  remainingMs: number | null
}

function Payable({
  amount,
  currencyCode,
  labels,
  lang = "es",
  remainingMs,
  voucher,
}: PayableProps): ReactElement {
  return (
    <>
      <div className="pe-code">
        <p>{labels.code}</p>
        <p className="pe-digits" aria-hidden="true">
          {groupCip(voucher.cip).map((group, index) => (
            <span key={index}>{group}</span>
          ))}
        </p>
        <p className="pe-hidden">{spellCip(voucher.cip)}</p>
        <CopyButton code={voucher.cip} labels={labels} />
      </div>
      <p>
        {labels.amount}: <strong className="pe-amount">{formatMoney(amount, currencyCode)}</strong>
      </p>
      <p>
        {labels.payBefore} <strong>{formatLimaDateTime(new Date(voucher.expires_at), lang)}</strong>{" "}
        <span className="pe-soft">({labels.timeZone})</span>
      </p>
      {remainingMs !== null && (
        <p>
          {labels.timeLeft}{" "}
          <strong role="timer" aria-live="off">
            {formatTimeLeft(remainingMs, dayNames(lang))}
          </strong>
        </p>
      )}
      <h3>{labels.steps}</h3>
      <ol>
        <li>{labels.step1}</li>
        <li>{labels.step2}</li>
        <li>{labels.step3}</li>
      </ol>
    </>
  )
}

function CopyButton({ code, labels }: { code: string; labels: VoucherLabels }): ReactElement {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }
  return (
    <button className="pe-button" type="button" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? labels.copied : labels.copy}</span>
    </button>
  )
}

const OUTCOME_LABELS = {
  updated: undefined,
  unchanged: "unchanged",
  too_many: "tooMany",
  failed: "failed",
} as const satisfies Record<CheckOutcome, keyof VoucherLabels | undefined>

function Check(props: { labels: VoucherLabels; check: () => Promise<CheckOutcome> }): ReactElement {
  const { labels } = props
  const [result, setResult] = useState<keyof VoucherLabels>()
  const busy = result === "checking"
  const check = async () => {
    if (busy) return
    setResult("checking")
    setResult(OUTCOME_LABELS[await props.check()])
  }
  return (
    <div>
      <button
        className="pe-button pe-main"
        type="button"
        aria-disabled={busy}
        onClick={() => void check()}
      >
        {labels.check}
      </button>
      <p className="pe-soft">{labels.checkText}</p>
      <p role="status">{result && labels[result]}</p>
    </div>
  )
}

/** Tells the shop of every change of status, and never of the one it passed itself. */
function useStatusCallback(
  status: VoucherStatus,
  onStatusChange: PagoEfectivoVoucherProps["onStatusChange"],
): void {
  const told = useRef(status)
  useEffect(() => {
    if (told.current === status) return
    told.current = status
    onStatusChange?.(status)
  }, [status, onStatusChange])
}

function localizedPage(pageUrl: string, lang: VoucherLanguage): string {
  if (lang === "es") return pageUrl
  const url = new URL(pageUrl)
  url.searchParams.set("lang", lang)
  return url.href
}
