import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { UploadAnswer } from "../lib/api-types"
import { upload } from "../lib/client"
import { refreshAll } from "./query-keys"

/** A report on its way in: first looked at without a trace, then imported when a person says so. */
export function useUpload() {
  const client = useQueryClient()
  const preview = useMutation<UploadAnswer, Error, File>({
    mutationFn: (file) => upload("/settlement-reports", formOf(file, true)),
  })
  const take = useMutation<UploadAnswer, Error, File>({
    mutationFn: (file) => upload("/settlement-reports", formOf(file, false)),
    onSettled: () => refreshAll(client),
  })
  const reset = () => {
    preview.reset()
    take.reset()
  }
  return { preview, take, reset, file: preview.variables }
}

function formOf(file: File, isDryRun: boolean): FormData {
  const form = new FormData()
  form.append("dry_run", String(isDryRun))
  form.append("file", file, file.name)
  return form
}
