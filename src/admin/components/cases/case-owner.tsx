import { Button } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useCaseActions } from "../../hooks/use-case-actions"
import { usePeople } from "../../hooks/use-people"
import { KEY } from "../../hooks/query-keys"
import { useText } from "../../hooks/use-text"
import { sdk } from "../../lib/client"
import type { AdminCaseDetail } from "../../../http-types"
import { Guarded } from "../common/guarded"

/** Who takes care of a case; anyone can take it or give it back. */
export function CaseOwner({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  const nameOf = usePeople()
  const { assign } = useCaseActions(item)
  const me = useQuery({
    queryKey: [`${KEY}_me`],
    queryFn: () => sdk.admin.user.me({ fields: "id" }),
    staleTime: Infinity,
  })
  const id = me.data?.user.id
  const isMine = item.assigned_to === id
  return (
    <span className="inline-flex items-center gap-x-2">
      {nameOf(item.assigned_to)}
      {id && (
        <Guarded right="case:update">
          <Button
            size="small"
            variant="transparent"
            isLoading={assign.isPending}
            onClick={() => assign.mutate(isMine ? null : id)}
          >
            {isMine ? t("case.give_back") : t("case.take")}
          </Button>
        </Guarded>
      )}
    </span>
  )
}
