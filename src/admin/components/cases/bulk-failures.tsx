import { Prompt, Text } from "@medusajs/ui"
import { useRefusalText } from "../../hooks/use-error-text"
import { useText } from "../../hooks/use-text"
import type { AdminCase, AdminCaseBulkResponse } from "../../../http-types"

interface Props {
  answer: AdminCaseBulkResponse
  /** Those that are in view, to be named as the list names them. */
  cases: AdminCase[]
  onClose: () => void
}

/** Cases with which something was not done, each with the reason. */
export function BulkFailures({ answer, cases, onClose }: Props) {
  const { t } = useText()
  const whyRefused = useRefusalText()
  const nameOf = (id: string) => {
    const item = cases.find((one) => one.id === id)
    if (!item) return id
    const code = item.cip ?? item.payout_id ?? id
    return `${t(`reason_title.${item.reason}`)} · ${code}`
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content data-pagoefectivo>
        <Prompt.Header>
          <Prompt.Title>
            {t("case.bulk_partly", { done: answer.resolved.length, failed: answer.failed.length })}
          </Prompt.Title>
          <Prompt.Description>{t("case.bulk_failed_text")}</Prompt.Description>
        </Prompt.Header>
        <ul className="flex max-h-80 flex-col gap-y-2 overflow-y-auto p-6" tabIndex={0}>
          {answer.failed.map(({ id, message, code, values }) => (
            <li key={id}>
              <Text size="small" weight="plus" className="break-words">
                {nameOf(id)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle break-words">
                {whyRefused({ code, values }) ?? message}
              </Text>
            </li>
          ))}
        </ul>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.close")}</Prompt.Cancel>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
