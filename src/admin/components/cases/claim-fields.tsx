import { useText } from "../../hooks/use-text"
import { addDays, limaDayOf } from "../../lib/dates"
import { TextField } from "../common/text-field"

export interface ClaimDays {
  claimed_on: string
  answer_due: string
}

const ANSWER_DAYS = 7

/** Claimed today, and a week for the answer. */
export function proposedClaim(now: Date): ClaimDays {
  const today = limaDayOf(now)
  return { claimed_on: today, answer_due: addDays(today, ANSWER_DAYS) }
}

export function isClaim({ claimed_on, answer_due }: ClaimDays, now: Date): boolean {
  return claimed_on !== "" && claimed_on <= limaDayOf(now) && answer_due >= claimed_on
}

interface Props {
  days: ClaimDays
  onDays: (days: ClaimDays) => void
}

/** When something was claimed of the collector, and by when that is to answer. */
export function ClaimFields({ days, onDays }: Props) {
  const { t } = useText()
  return (
    <>
      <TextField
        label={t("case.claimed_on")}
        type="date"
        required
        max={limaDayOf(new Date())}
        value={days.claimed_on}
        onText={(claimed_on) => onDays({ ...days, claimed_on })}
      />
      <TextField
        label={t("case.answer_due")}
        type="date"
        required
        min={days.claimed_on}
        value={days.answer_due}
        onText={(answer_due) => onDays({ ...days, answer_due })}
      />
    </>
  )
}
