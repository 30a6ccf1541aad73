import type { AdminHealthResponse, AdminSummaryResponse } from "../../http-types"
import { verdictOf, type Verdict } from "../lib/troubles"
import { useResource } from "./use-resource"

interface AskedSummary {
  data: AdminSummaryResponse | undefined
  isError: boolean
}

/** Whether all adds up, or what does not; told only once the page's summary and health were asked. */
export function useVerdict(summary: AskedSummary, refetchInterval?: number): Verdict {
  const health = useResource<AdminHealthResponse>("/health", {}, { refetchInterval })
  return verdictOf(
    { answer: summary.data?.summary, hasFailed: summary.isError },
    { answer: health.data?.health, hasFailed: health.isError },
  )
}
