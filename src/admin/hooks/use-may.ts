import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { AdminRight, AdminRightsResponse } from "../../http-types"
import { get } from "../lib/client"
import { KEY } from "./query-keys"
import { useText } from "./use-text"

const FRESH_MS = 5 * 60_000

/**
 * Whether the person may do something. Until that is known, and where it can't be told, the answer is
 * yes: the store decides anyway.
 */
export function useMay(right: AdminRight): boolean {
  const { data } = useQuery({
    queryKey: [`${KEY}_rights`],
    queryFn: ({ signal }) => get<AdminRightsResponse>("/rights", {}, signal),
    staleTime: FRESH_MS,
    retry: false,
  })
  return data?.rights[right] ?? true
}

/** What is missing and whom to ask, as a sentence, and a way to tell it. */
export function useRightText() {
  const { t } = useText()
  const hint = (right: AdminRight) =>
    t("right.hint", {
      name: t(`right_name.${right.replace(":", "_")}`),
      key: `pagoefectivo_${right}`,
    })
  const explain = (right: AdminRight) =>
    void toast.info(t("errors.forbidden"), { description: hint(right) })
  return { hint, explain }
}

/** For what is no single button: does it for those who may, and tells the others what is missing. */
export function useGuard(right: AdminRight) {
  const may = useMay(right)
  const { explain } = useRightText()
  return (act: () => void) => (may ? act : () => explain(right))
}
