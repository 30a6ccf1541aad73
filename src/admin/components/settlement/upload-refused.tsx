import { Alert, Text } from "@medusajs/ui"
import { useErrorText } from "../../hooks/use-error-text"
import { useText } from "../../hooks/use-text"
import { errorKind, errorText, saysItAll, type Doing } from "../../lib/error-text"

interface Props {
  name: string
  error: Error
  /** Whether the file was only looked at. */
  doing: Doing
}

/** Why a file as a whole was not taken, and the store's own words for whoever has to look closer. */
export function UploadRefused({ name, error, doing }: Props) {
  const { t } = useText()
  const { title, why, hint } = useErrorText()(error, doing)
  const isRefusal = why !== null && !saysItAll(errorKind(error, doing))
  return (
    <Alert variant="error" dismissible={false}>
      <Text size="small" weight="plus">
        {isRefusal ? t("upload.refused", { name }) : title}
      </Text>
      <Text size="small" className="break-words">
        {why ?? hint}
      </Text>
      {isRefusal && why !== errorText(error) && (
        <Text size="xsmall" className="text-ui-fg-subtle mt-1 break-words">
          {errorText(error)}
        </Text>
      )}
    </Alert>
  )
}
