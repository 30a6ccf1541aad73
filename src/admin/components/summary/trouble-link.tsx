import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText, type Translate } from "../../hooks/use-text"
import type { Trouble } from "../../lib/troubles"
import { MoneySums } from "../common/money-sums"

/** Where somebody looks closer. */
const PAGES: Record<Trouble["kind"], string> = {
  health: "/pagoefectivo/health",
  cases: "/pagoefectivo/cases",
  to_transfer: "/pagoefectivo/refunds",
  unread_rows: "/pagoefectivo/settlements",
  sources: "/pagoefectivo/settlements",
}

/** One thing that does not add up, leading to its page. */
export function TroubleLink({ trouble }: { trouble: Trouble }) {
  const { t } = useText()
  return (
    <Text size="small" leading="compact" as="span">
      <Link
        to={PAGES[trouble.kind]}
        className="text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded outline-none"
      >
        {say(trouble, t)}
      </Link>
      {"sums" in trouble && (
        <>
          {" "}
          <MoneySums sums={trouble.sums} />
        </>
      )}
    </Text>
  )
}

function say(trouble: Trouble, t: Translate): string {
  if (trouble.kind === "sources")
    return t("summary.missing_reports", { names: trouble.names.join(", ") })
  return t(`trouble.${trouble.kind}`, { count: trouble.count })
}
