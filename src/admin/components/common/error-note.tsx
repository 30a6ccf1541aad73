import { ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useErrorText } from "../../hooks/use-error-text"
import { useText } from "../../hooks/use-text"

/** What went wrong, in the place where the data would be, with what to do. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText()
  const { title, why, hint } = useErrorText()(error)
  return (
    <div role="alert" className="flex flex-col items-center gap-y-2 px-6 py-10 text-center">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden />
      <Heading level="h3">{title}</Heading>
      {why && (
        <Text size="small" className="text-ui-fg-subtle max-w-md break-words">
          {why}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {hint}
      </Text>
      {retry && (
        <Button size="small" variant="secondary" onClick={retry}>
          {t("actions.retry")}
        </Button>
      )}
    </div>
  )
}
