import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorKind, errorText, missingRight, saysItAll } from "../lib/error-text"
import { refreshAll, refreshOrders } from "./query-keys"
import { useRightText } from "./use-may"
import { useText } from "./use-text"

interface Action<Input, Answer> {
  run: (input: Input) => Promise<Answer>
  /** What to tell when it worked; null says nothing. */
  done?: (answer: Answer, input: Input) => string | null
}

/**
 * Something that a person does. Never optimistic: with money, what is shown as done is done. After
 * success and failure alike everything is asked again, because a refusal means that it changed.
 */
export function useAction<Input = void, Answer = unknown>({ run, done }: Action<Input, Answer>) {
  const client = useQueryClient()
  const { t } = useText()
  const { hint } = useRightText()
  return useMutation<Answer, Error, Input>({
    mutationFn: run,
    onSuccess: (answer, input) => {
      const message = done?.(answer, input)
      if (message) toast.success(message)
    },
    onError: (error) => {
      const kind = errorKind(error)
      const isPlain = saysItAll(kind)
      const missing = missingRight(error)
      const why = isPlain ? t(`errors.${kind}_hint`) : errorText(error)
      toast.error(t(isPlain ? `errors.${kind}` : "errors.refused"), {
        description: missing ? hint(missing) : why,
      })
    },
    onSettled: async () => {
      await Promise.all([refreshAll(client), refreshOrders(client)])
    },
  })
}
