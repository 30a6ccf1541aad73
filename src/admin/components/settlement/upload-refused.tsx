import { Alert, Text } from "@medusajs/ui"
import { useText } from "../../hooks/use-text"
import type { RefusedUpload } from "../../lib/client"
import { errorText } from "../../lib/error-text"

/** Why a file as a whole was not taken, and the store's own words for whoever has to look closer. */
export function UploadRefused({
  name,
  error,
}: {
  name: string
  error: Error & Partial<RefusedUpload>
}) {
  const { t } = useText()
  const { reason } = error
  return (
    <Alert variant="error" dismissible={false}>
      <Text size="small" weight="plus">
        {t("upload.refused", { name })}
      </Text>
      {reason && (
        <Text size="small" className="break-words">
          {t(`refusal.${reason.code}`, reason.values)}
        </Text>
      )}
      <Text
        size={reason ? "xsmall" : "small"}
        className={reason ? "text-ui-fg-subtle mt-1 break-words" : "break-words"}
      >
        {errorText(error)}
      </Text>
    </Alert>
  )
}
