import { Alert, Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import { errorText } from "../../lib/error-text"
import { refusalText } from "../../lib/refusal-text"

/** Why a file as a whole was not taken, and the store's own words for whoever has to look closer. */
export function UploadRefused({ name, error }: { name: string; error: Error }) {
  const { t } = useText()
  const message = errorText(error)
  const refusal = refusalText(message)
  return (
    <Alert variant="error" dismissible={false}>
      <Text size="small" weight="plus">
        {t("upload.refused", { name })}
      </Text>
      {refusal && (
        <Text size="small" className="break-words">
          {t(`refusal.${refusal.key}`, refusal.values)}
        </Text>
      )}
      <Text
        size={refusal ? "xsmall" : "small"}
        className={refusal ? "text-ui-fg-subtle mt-1 break-words" : "break-words"}
      >
        {message}
      </Text>
    </Alert>
  )
}
