import {
  CheckCircleSolid,
  ExclamationCircleSolid,
  InformationCircleSolid,
  QuestionMarkCircle,
} from "@medusajs/icons"
import { Skeleton, Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { Verdict } from "../../lib/troubles"
import { TroubleLink } from "./trouble-link"

const LOOKS = {
  whole: { Icon: CheckCircleSolid, color: "text-ui-tag-green-icon" },
  empty: { Icon: InformationCircleSolid, color: "text-ui-fg-subtle" },
  unknown: { Icon: QuestionMarkCircle, color: "text-ui-tag-orange-icon" },
  troubled: { Icon: ExclamationCircleSolid, color: "text-ui-tag-orange-icon" },
} as const

/** The five-second answer: whether all adds up, or what does not. */
export function VerdictCard({ state, troubles }: Verdict) {
  const { t } = useText()
  if (state === "loading") {
    return (
      <div className="flex flex-col gap-y-2 px-6 py-4" aria-busy>
        <Skeleton className="h-5 w-52" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
    )
  }
  const { Icon, color } = LOOKS[state]
  return (
    <div className="flex items-start gap-x-3 px-6 py-4">
      <Icon aria-hidden className={color} />
      <div className="min-w-0 flex-1">
        <Text weight="plus" leading="compact">
          {t(`summary_verdict.${state}`)}
        </Text>
        {state !== "troubled" && (
          <Text size="small" className="text-ui-fg-subtle">
            {t(`summary_verdict.${state}_text`)}
          </Text>
        )}
        {troubles.length > 0 && (
          <ul className="mt-2 flex flex-col gap-y-1">
            {troubles.map((trouble) => (
              <li key={trouble.kind}>
                <TroubleLink trouble={trouble} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
