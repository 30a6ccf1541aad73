import type { MedusaContainer } from "@medusajs/framework/types"
import { pagoEfectivo } from "../container"
import { WORKFLOW_LIMITS as LIMITS } from "../limits"
import { DAY_MS } from "../../peru/lima"

/**
 * Deletes notices that were kept for `retentionDays`, in batches. A notice that still waits to be
 * processed, or that a case refers to, stays.
 */
export async function purgeNotices(container: MedusaContainer): Promise<{ deleted: number }> {
  const service = pagoEfectivo(container)
  const before = new Date(Date.now() - service.options.retentionDays * DAY_MS)
  let deleted = 0
  for (let batch = 0; batch < LIMITS.retentionBatchesPerRun; batch++) {
    const count = await service.inbox.purge(before, LIMITS.retentionBatch)
    deleted += count
    if (count < LIMITS.retentionBatch) break
  }
  await service.leases.purge()
  return { deleted }
}
