import { ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useText } from "../hooks/use-text"
import { errorStatus, errorText } from "../lib/error-text"

/** What went wrong, in the place where the data would be, with what to do. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText()
  const status = errorStatus(error)
  const hint = status === null ? "unreachable_hint" : status < 500 ? "refused_hint" : "failed_hint"
  return (
    <div role="alert" className="flex flex-col items-center gap-y-2 px-6 py-10 text-center">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden />
      <Heading level="h3">{t(status === null ? "errors.unreachable" : "errors.failed")}</Heading>
      {status !== null && (
        <Text size="small" className="text-ui-fg-subtle max-w-md break-words">
          {errorText(error)}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {t(`errors.${hint}`)}
      </Text>
      {retry && (
        <Button size="small" variant="secondary" onClick={retry}>
          {t("actions.retry")}
        </Button>
      )}
    </div>
  )
}
