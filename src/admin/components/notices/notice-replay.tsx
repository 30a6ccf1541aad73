import { ArrowPath } from "@medusajs/icons"
import { IconButton, Text, Tooltip } from "@medusajs/ui"
import { useMay } from "../../hooks/use-may"
import { useText } from "../../hooks/use-text"
import { useReplayNotice } from "../../hooks/use-voucher-actions"
import type { AdminNotice } from "../../../http-types"
import { Guarded } from "../common/guarded"
import { Moment } from "../common/moment"
import { NoticeState } from "../common/status"

/** The notices of one code, each with a button to process it once more. */
export function NoticeReplay({ notices }: { notices: AdminNotice[] }) {
  const replay = useReplayNotice()
  return (
    <ul className="flex flex-col gap-y-2">
      {notices.map((notice) => (
        <li key={notice.id} className="flex items-center justify-between gap-x-2">
          <Text size="small" className="text-ui-fg-subtle" as="div">
            <Moment at={notice.received_at} />
          </Text>
          <div className="flex items-center gap-x-1">
            <NoticeState status={notice.status} />
            <Replay
              isBusy={replay.isPending && replay.variables === notice.id}
              onClick={() => replay.mutate(notice.id)}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Replay({ isBusy, onClick }: { isBusy: boolean; onClick: () => void }) {
  const { t } = useText()
  const may = useMay("notice:update")
  const button = (
    <IconButton
      size="2xsmall"
      variant="transparent"
      aria-label={t("actions.replay")}
      isLoading={isBusy}
      onClick={onClick}
    >
      <ArrowPath />
    </IconButton>
  )
  if (!may) return <Guarded right="notice:update">{button}</Guarded>
  return <Tooltip content={t("actions.replay")}>{button}</Tooltip>
}
