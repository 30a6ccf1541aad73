import { useMutation, useQueryClient } from "@tanstack/react-query"
import { upload } from "../lib/client"
import { refreshAll } from "./query-keys"

/**
 * A file on its way in: first looked at without a trace, then taken when a person says so.
 * @param providerId whose file it is, in a store with several providers; the first unless named
 */
export function useUpload<Answer>(path: string, providerId?: string) {
  const client = useQueryClient()
  const preview = useMutation<Answer, Error, File>({
    mutationFn: (file) => upload(path, formOf(file, true, providerId)),
  })
  const take = useMutation<Answer, Error, File>({
    mutationFn: (file) => upload(path, formOf(file, false, providerId)),
    onSettled: () => refreshAll(client),
  })
  const reset = () => {
    preview.reset()
    take.reset()
  }
  return { preview, take, reset, file: preview.variables }
}

function formOf(file: File, isDryRun: boolean, providerId: string | undefined): FormData {
  const form = new FormData()
  form.append("dry_run", String(isDryRun))
  if (providerId) form.append("provider_id", providerId)
  form.append("file", file, file.name)
  return form
}
