import { useMutation, useQueryClient } from "@tanstack/react-query"
import { upload } from "../lib/client"
import { refreshAll } from "./query-keys"

/**
 * A file on its way in: first looked at without a trace, then taken when a person says so.
 * @param fields what goes beside the file: `provider_id` in a store with several, and the like
 */
export function useUpload<Answer>(path: string, fields: Record<string, string | undefined>) {
  const client = useQueryClient()
  const preview = useMutation<Answer, Error, File>({
    mutationFn: (file) => upload(path, formOf(file, true, fields)),
  })
  const take = useMutation<Answer, Error, File>({
    mutationFn: (file) => upload(path, formOf(file, false, fields)),
    onSettled: () => refreshAll(client),
  })
  const reset = () => {
    preview.reset()
    take.reset()
  }
  return { preview, take, reset, file: preview.variables }
}

function formOf(
  file: File,
  isDryRun: boolean,
  fields: Record<string, string | undefined>,
): FormData {
  const form = new FormData()
  form.append("dry_run", String(isDryRun))
  for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value)
  form.append("file", file, file.name)
  return form
}
