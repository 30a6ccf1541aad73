import { toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { refreshAll, refreshOrders } from "./query-keys"
import { useErrorText } from "./use-error-text"

interface Action<Input, Answer> {
  run: (input: Input) => Promise<Answer>
  /** What to tell when it worked; null says nothing. */
  done?: (answer: Answer, input: Input) => string | null
  /** It changes nothing: a download. */
  isReading?: boolean
}

/**
 * Something that a person does. Never optimistic: with money, what is shown as done is done. After
 * success and failure alike everything is asked again, because a refusal means that it changed, and a
 * lost answer that it may have.
 */
export function useAction<Input = void, Answer = unknown>(action: Action<Input, Answer>) {
  const { run, done, isReading = false } = action
  const client = useQueryClient()
  const tell = useErrorText()
  return useMutation<Answer, Error, Input>({
    mutationFn: run,
    onSuccess: (answer, input) => {
      const message = done?.(answer, input)
      if (message) toast.success(message)
    },
    onError: (error) => {
      const { title, why, hint } = tell(error, isReading ? "reading" : "writing")
      toast.error(title, { description: why ?? hint })
    },
    onSettled: async () => {
      await Promise.all([refreshAll(client), refreshOrders(client)])
    },
  })
}
