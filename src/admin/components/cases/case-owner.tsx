import { Button } from "@medusajs/ui"
import { useCaseActions } from "../../hooks/use-case-actions"
import { useMe } from "../../hooks/use-me"
import { useMay } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"
import type { AdminCaseDetail } from "../../../http-types"
import { Guarded } from "../common/guarded"
import { PersonSelect } from "./person-select"

/** Who takes care of a case; anyone can take it, hand it to a colleague or give it back. */
export function CaseOwner({ item }: { item: AdminCaseDetail }) {
  const { t } = useText()
  const { assign } = useCaseActions(item)
  const me = useMe()
  const may = useMay("case:update")
  const isMine = item.assigned_to === me
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      <PersonSelect
        label={t("case.owner_of")}
        value={item.assigned_to}
        disabled={assign.isPending || !may}
        onPerson={(id) => assign.mutate(id)}
      />
      {me && (
        <Guarded right="case:update">
          <Button
            size="small"
            variant="transparent"
            isLoading={assign.isPending}
            onClick={() => assign.mutate(isMine ? null : me)}
          >
            {isMine ? t("case.give_back") : t("case.take")}
          </Button>
        </Guarded>
      )}
    </span>
  )
}
