import { Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { AdminSetupResponse } from "../../../http-types"
import { ProgressBar } from "../common/progress-bar"
import { Step } from "./setup-step"

/** How far a store is, and every step. */
export default function SetupSteps({ setup: { steps, is_open } }: AdminSetupResponse) {
  const { t } = useText()
  const over = steps.filter(({ state }) => state === "done" || state === "skipped").length
  const names = new Set(steps.flatMap(({ provider_id }) => provider_id ?? [])).size > 1
  return (
    <>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <ProgressBar
          percent={Math.round((100 * over) / steps.length)}
          label={t("setup.progress", { over, total: steps.length })}
        />
        {!is_open && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("setup.not_in_menu", { page: t("menu.health") })}
          </Text>
        )}
      </div>
      <ol className="divide-y">
        {steps.map((step) => (
          <Step key={`${step.id}:${step.provider_id}`} step={step} names={names} />
        ))}
      </ol>
    </>
  )
}
