import { Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { AdminSetupStep } from "../../../http-types"
import { StepState } from "../common/status"
import { StepActions } from "./step-actions"
import { StepCheck } from "./step-check"

interface Props {
  step: AdminSetupStep
  /** Adds the provider's name, where there are several. */
  names: boolean
}

/** A step: what it is for, how it stands, and what to do about it. */
export function Step({ step, names }: Props) {
  const { t } = useText()
  const isOver = step.state === "done"
  return (
    <li className="flex flex-col gap-2 px-6 py-4 md:flex-row md:gap-x-6">
      <div className="md:w-28 md:shrink-0">
        <StepState state={step.state} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-y-2">
        <div>
          <Text size="small" weight="plus">
            {t(`setup_step.${step.id}`)}
            {names && step.provider_id && ` (${step.provider_id.split("_").at(-1)})`}
          </Text>
          {!isOver && (
            <Text size="small" className="text-ui-fg-subtle">
              {t(`setup_text.${step.id}`)}
            </Text>
          )}
        </div>
        {step.state !== "skipped" && (
          <ul className="flex flex-col gap-y-2" aria-live="polite">
            {step.checks.map((check) => (
              <StepCheck key={check.id} check={check} />
            ))}
          </ul>
        )}
        <StepActions step={step} />
      </div>
    </li>
  )
}
