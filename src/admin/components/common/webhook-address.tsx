import { useText } from "../../hooks/use-text"
import { CopyButton } from "./copy-button"

/** The address to register with the gateway, ready to be copied. */
export function WebhookAddress({ address }: { address: string }) {
  const { t } = useText()
  return (
    <div className="bg-ui-bg-subtle border-ui-border-base mt-2 flex items-center gap-x-2 rounded-lg border px-3 py-1.5">
      <code className="min-w-0 flex-1 break-all font-mono text-xs">{address}</code>
      <CopyButton value={address} label={t("health_page.copy_webhook")} />
    </div>
  )
}
