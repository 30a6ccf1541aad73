import { ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useRightText } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"
import { errorKind, errorText, missingRight, saysItAll } from "../../lib/error-text"

/** What went wrong, in the place where the data would be, with what to do. */
export function ErrorNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText()
  const kind = errorKind(error)
  const isPlain = saysItAll(kind)
  const missing = missingRight(error)
  const { hint } = useRightText()
  return (
    <div role="alert" className="flex flex-col items-center gap-y-2 px-6 py-10 text-center">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden />
      <Heading level="h3">{t(isPlain ? `errors.${kind}` : "errors.failed")}</Heading>
      {!isPlain && (
        <Text size="small" className="text-ui-fg-subtle max-w-md break-words">
          {errorText(error)}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle max-w-md">
        {missing ? hint(missing) : t(`errors.${kind}_hint`)}
      </Text>
      {retry && (
        <Button size="small" variant="secondary" onClick={retry}>
          {t("actions.retry")}
        </Button>
      )}
    </div>
  )
}
