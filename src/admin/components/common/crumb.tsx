import { useText } from "../../hooks/use-text"

type Name =
  | "setup"
  | "cases"
  | "settlements"
  | "payouts"
  | "vouchers"
  | "refunds"
  | "notices"
  | "health"
  | "settings"
  | "runs"

/** A page's name in the dashboard's breadcrumbs. */
export function Crumb({ name }: { name: Name }) {
  const { t } = useText()
  return <>{t(`menu.${name}`)}</>
}
