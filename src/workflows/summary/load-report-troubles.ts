import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminReportTroubles } from "../../http-types"
import { pagoEfectivo } from "../container"
import { loadLastNight } from "../reconciliation/run-night"
import { silentSources } from "../reconciliation/silent-sources"

/** What of the reports did not come in, as health says in more words. */
export async function loadReportTroubles(
  container: MedusaContainer,
  now: Date,
): Promise<AdminReportTroubles> {
  const { options, settlement } = pagoEfectivo(container)
  const [night, unread] = await Promise.all([loadLastNight(container), settlement.unread(1)])
  const silent = night ? await silentSources(container, night, now) : []
  const isTroubled = (id: string) => {
    const source = night?.sources[id]
    const hasLeft = source && (source.error || source.failed.length + source.givenUp.length > 0)
    return hasLeft || silent.some((one) => one.source === id)
  }
  const ids = options.settlement.sources.map(({ id }) => id)
  return { unread_rows: unread.total, troubled_sources: ids.filter(isTroubled) }
}
