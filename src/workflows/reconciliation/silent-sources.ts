import type { MedusaContainer } from "@medusajs/framework/types"
import { DAY_MS } from "../../peru/lima"
import { pagoEfectivo } from "../container"
import type { Night, SilentSource } from "./night"

/** Sources that have brought no report for longer than their `silentAfterDays`. */
export async function silentSources(
  container: MedusaContainer,
  night: Pick<Night, "asked" | "startedAt">,
  now: Date,
): Promise<SilentSource[]> {
  const { options, sourceFiles } = pagoEfectivo(container)
  const last = await sourceFiles.lastTaken()
  return options.settlement.sources.flatMap(({ id, silentAfterDays }) => {
    const since = last.get(id) ?? new Date(night.asked?.[id] ?? night.startedAt)
    const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS)
    return days >= silentAfterDays ? [{ source: id, days }] : []
  })
}
