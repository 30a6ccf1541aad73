import type { Texts } from "../language"
import type { Layout } from "../layout"
import type { StoreAnswer } from "../store/messages"

/** What is left for the person: sandbox, store, shop. */
export function printNextSteps(
  { hook, publishableKey }: StoreAnswer,
  { layout, texts }: { layout: Layout; texts: Texts },
): void {
  const { t } = texts
  const command = "npx medusa-payment-pagoefectivo"
  layout.blank()
  layout.heading(t("init.next"))
  layout.text(`1. ${t("init.next_sandbox")}`, 2)
  layout.toCopy(`${command} sandbox${hook ? ` --webhook ${hook}` : ""}`, 5)
  layout.text(`2. ${t("init.next_store")}`, 2)
  layout.toCopy(`${command} doctor`, 5)
  layout.text(`3. ${t("init.next_key")}`, 2)
  layout.toCopy(`NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY=${publishableKey ?? ""}`, 5)
  layout.toCopy("NEXT_PUBLIC_DEFAULT_REGION=pe", 5)
  layout.text(t("init.next_country"), 5)
}
