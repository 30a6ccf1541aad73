import {
  ArrowDownTray,
  ArrowPath,
  ArrowUpRightOnBox,
  ChatBubbleLeftRight,
  DocumentText,
  EllipsisHorizontal,
  Envelope,
  Link as LinkIcon,
  Trash,
} from "@medusajs/icons"
import { DropdownMenu, IconButton, toast } from "@medusajs/ui"
import { useText, type Translate } from "../../hooks/use-text"
import { useEvidence } from "../../hooks/use-evidence"
import { useVoucherActions } from "../../hooks/use-voucher-actions"
import type { AdminRight, AdminVoucher } from "../../../http-types"
import { Guarded } from "../common/guarded"
import { displayMoney } from "../../../peru/money-text"
import { copyText } from "../../lib/copy-text"

/** Everything that can be done with one code. */
export function VoucherMenu({ voucher }: { voucher: AdminVoucher }) {
  const { t } = useText()
  const actions = useVoucherActions(voucher)
  const isWaiting = voucher.status === "waiting"
  const copyLink = async () => {
    if (await copyText(voucher.page_url)) toast.success(t("actions.copied"))
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("voucher.actions_of", { cip: voucher.cip })}
          isLoading={actions.isBusy}
          onClick={(event) => event.stopPropagation()}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" onClick={(event) => event.stopPropagation()}>
        <Item icon={<ArrowPath />} right="voucher:update" onSelect={actions.check}>
          {t("actions.check_now")}
        </Item>
        {isWaiting && voucher.order_id && (
          <Item icon={<Envelope />} right="voucher:update" onSelect={actions.resend}>
            {t("actions.resend")}
          </Item>
        )}
        <Item icon={<LinkIcon />} onSelect={copyLink}>
          {t("actions.copy_link")}
        </Item>
        {isWaiting && (
          <Item icon={<ChatBubbleLeftRight />} onSelect={() => open(whatsappOf(voucher, t))}>
            {t("actions.whatsapp")}
          </Item>
        )}
        <Item icon={<ArrowUpRightOnBox />} onSelect={() => open(voucher.page_url)}>
          {t("actions.open_page")}
        </Item>
        <Item icon={<DocumentText />} onSelect={() => open(`${voucher.page_url}.pdf`)}>
          {t("actions.open_pdf")}
        </Item>
        {voucher.order_id && <EvidenceItems voucher={voucher} />}
        {isWaiting && (
          <>
            <DropdownMenu.Separator />
            <Item icon={<Trash />} right="voucher:update" onSelect={actions.askAndVoid}>
              {t("actions.void")}
            </Item>
          </>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** The chain of the order's money, to print or for programs. */
function EvidenceItems({ voucher }: { voucher: AdminVoucher }) {
  const { t } = useText()
  const evidence = useEvidence(voucher)
  return (
    <>
      <Item icon={<DocumentText />} right="case:export" onSelect={() => evidence.mutate("html")}>
        {t("actions.evidence_print")}
      </Item>
      <Item icon={<ArrowDownTray />} right="case:export" onSelect={() => evidence.mutate("json")}>
        {t("actions.evidence")}
      </Item>
    </>
  )
}

/** WhatsApp with the page's link ready; who gets it is chosen there. */
function whatsappOf({ amount, currency_code, page_url }: AdminVoucher, t: Translate): string {
  const values = { amount: displayMoney(amount, currency_code), url: page_url }
  return `https://wa.me/?text=${encodeURIComponent(t("actions.whatsapp_text", values))}`
}

function open(address: string): void {
  window.open(address, "_blank", "noopener")
}

interface ItemProps {
  icon: React.ReactNode
  /** Which right it needs; without it nothing more than to see the code. */
  right?: AdminRight
  onSelect: () => void
  children: string
}

function Item({ icon, right, onSelect, children }: ItemProps) {
  const item = (
    <DropdownMenu.Item className="gap-x-2" onSelect={onSelect}>
      <span className="text-ui-fg-subtle" aria-hidden>
        {icon}
      </span>
      {children}
    </DropdownMenu.Item>
  )
  return right ? <Guarded right={right}>{item}</Guarded> : item
}
