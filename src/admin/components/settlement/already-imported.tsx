import { Alert } from "@medusajs/ui"
import { useFormat } from "../../hooks/use-format"
import { usePeople } from "../../hooks/use-people"
import { useText } from "../../hooks/use-text"

/** The same bytes came in before: when, and by whom. */
export function AlreadyImported({ name, at, by }: { name: string; at: string; by: string }) {
  const { t } = useText()
  const { dateTime } = useFormat()
  const nameOf = usePeople()
  return (
    <Alert variant="info">{t("upload.already", { name, at: dateTime(at), who: nameOf(by) })}</Alert>
  )
}
