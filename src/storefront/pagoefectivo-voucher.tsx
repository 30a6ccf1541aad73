"use client"

import { type CSSProperties, type ReactElement, useEffect, useRef } from "react"
import { CheckButton } from "./check-button"
import { ClosedFacts } from "./closed-facts"
import { type VoucherLabels, voucherLabels } from "./labels"
import { storefrontLanguage, type StorefrontLanguage } from "./language"
import { PayableCode } from "./payable-code"
import type { ShownVoucher } from "./shown-voucher"
import { voucherStyles } from "./styles"
import type { SessionVoucher, VoucherCurrency, VoucherStatus } from "./types"
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
  /** A language or locale such as `es-PE`; Spanish unless told otherwise. */
  lang?: string | null
  /** Level of the title's heading; 2 unless told otherwise. */
  headingLevel?: 1 | 2 | 3
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
  const { amount, currencyCode, headingLevel = 2, publishableKey, voucher } = props
  const language = storefrontLanguage(props.lang)
  const labels = { ...voucherLabels[language], ...props.labels }
  const state = useVoucherStatus({
    pageUrl: voucher.page_url,
    publishableKey: publishableKey ?? "",
    initialStatus: voucher.status,
    enabled: publishableKey !== undefined,
  })
  const { status } = state
  useStatusCallback(status, props.onStatusChange)
  const Title = `h${headingLevel}` as const
  const shown: ShownVoucher = { amount, currencyCode, labels, language, voucher }

  return (
    <section
      className={["pe-voucher", props.className].filter(Boolean).join(" ")}
      data-status={status}
      lang={language}
      style={props.style}
    >
      {!props.unstyled && (
        <style nonce={props.nonce} dangerouslySetInnerHTML={{ __html: voucherStyles }} />
      )}
      <div role="status">
        <p className="pe-status">{labels[status]}</p>
        <Title className="pe-title">{labels[`${status}Title`]}</Title>
      </div>
      {status === "waiting" ? (
        <PayableCode {...shown} headingLevel={headingLevel} remainingMs={state.remainingMs} />
      ) : (
        <>
          <p>{labels[`${status}Text`]}</p>
          <ClosedFacts {...shown} paidAt={state.voucher?.paid_at ?? voucher.paid_at} />
        </>
      )}
      <div className="pe-actions">
        <a
          className={status === "waiting" ? "pe-button pe-main" : "pe-button"}
          href={localizedPage(voucher.page_url, language)}
        >
          {status === "waiting" ? labels.open : labels.details}
        </a>
        {publishableKey !== undefined && (status === "waiting" || status === "expired") && (
          <CheckButton
            labels={labels}
            check={state.check}
            hint={status === "waiting" ? labels.checkText : undefined}
          />
        )}
      </div>
    </section>
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

/** The voucher page speaks Spanish and English. */
function localizedPage(pageUrl: string, language: StorefrontLanguage): string {
  if (language === "es") return pageUrl
  const url = new URL(pageUrl)
  url.searchParams.set("lang", "en")
  return url.href
}
