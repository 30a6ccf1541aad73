import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import { useSkipStep, useTestKeys, useTestNotice } from "../../hooks/use-setup"
import { useText } from "../../hooks/use-text"
import type { AdminSetupStep } from "../../../http-types"
import { Guarded } from "../common/guarded"

/** What a person can do about a step, here and now. */
export function StepActions({ step }: { step: AdminSetupStep }) {
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      <OwnAction step={step} />
      {step.is_optional && step.state !== "done" && <Skip step={step} />}
    </div>
  )
}

function OwnAction({ step }: { step: AdminSetupStep }) {
  const { t } = useText()
  switch (step.id) {
    case "keys":
      return <TestKeys step={step} />
    case "notices":
      return <SendTestNotice step={step} />
    case "first_order":
      return <FirstOrder step={step} />
    case "report_source":
      return (
        step.state !== "done" && (
          <Inside to="/pagoefectivo/settlements">{t("setup.upload_report")}</Inside>
        )
      )
    case "shop":
    case "email":
    case "rate_card":
      return null
  }
}

function TestKeys({ step }: { step: AdminSetupStep }) {
  const { t } = useText()
  const test = useTestKeys(step.provider_id)
  return (
    <Guarded right="setup:update">
      <Button
        size="small"
        variant="secondary"
        isLoading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t("setup.test_keys")}
      </Button>
    </Guarded>
  )
}

function SendTestNotice({ step }: { step: AdminSetupStep }) {
  const { t } = useText()
  const test = useTestNotice(step.provider_id)
  return (
    <Guarded right="setup:update">
      <Button
        size="small"
        variant="secondary"
        isLoading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t("setup.send_test_notice")}
      </Button>
    </Guarded>
  )
}

function FirstOrder({ step }: { step: AdminSetupStep }) {
  const { t } = useText()
  const { shop, panel, cip } = (step.checks[0]?.data ?? {}) as Record<string, string | null>
  return (
    <>
      {step.state !== "done" && shop && <Outside to={shop}>{t("setup.open_shop")}</Outside>}
      {step.state !== "done" && panel && <Outside to={panel}>{t("setup.open_panel")}</Outside>}
      {cip && <Inside to={`/pagoefectivo/vouchers?q=${cip}`}>{t("setup.see_code")}</Inside>}
    </>
  )
}

function Skip({ step }: { step: AdminSetupStep }) {
  const { t } = useText()
  const skip = useSkipStep(step)
  const isSkipped = step.state === "skipped"
  return (
    <Guarded right="setup:update">
      <Button
        size="small"
        variant="transparent"
        isLoading={skip.isPending}
        onClick={() => skip.mutate(!isSkipped)}
      >
        {t(isSkipped ? "setup.take_up" : "setup.skip")}
      </Button>
    </Guarded>
  )
}

function Inside({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to={to}>{children}</Link>
    </Button>
  )
}

function Outside({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button size="small" variant="secondary" asChild>
      <a href={to} target="_blank" rel="noreferrer">
        {children} <ArrowUpRightOnBox aria-hidden />
      </a>
    </Button>
  )
}
