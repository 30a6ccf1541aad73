import { useText } from "../../hooks/use-text"

/** A payout's place in the dashboard's breadcrumbs, behind the list. */
export function PayoutCrumb() {
  const { t } = useText()
  return <>{t("payout.title")}</>
}
