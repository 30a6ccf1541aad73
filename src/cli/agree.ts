import type { CliIo } from "./cli-io"
import type { Texts } from "./language"
import type { Layout } from "./layout"

export interface Conversation {
  io: CliIo
  layout: Layout
  texts: Texts
  /** Whether everything was agreed to beforehand (`--yes`). */
  isAgreed: boolean
}

/** Whether the person wants what was shown; says why nothing happens where nobody can be asked. */
export async function agree({ io, layout, texts, isAgreed }: Conversation): Promise<boolean> {
  if (isAgreed) return true
  if (!io.isInteractive) {
    layout.text(texts.t("init.not_interactive"))
    return false
  }
  const [yes, no] = [texts.t("init.yes"), texts.t("init.no")]
  const answer = await io.ask(`${texts.t("init.ask")} [${yes}/${no}] `)
  if (answer.toLowerCase().startsWith(yes) || /^y/i.test(answer)) return true
  layout.text(texts.t("init.nothing_changed"))
  return false
}
