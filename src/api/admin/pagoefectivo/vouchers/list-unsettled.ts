import type { MedusaContainer } from "@medusajs/framework/types"
import type { VoucherRow } from "../../../../modules/pagoefectivo"
import { pagoEfectivo } from "../../../../workflows/container"

/** Booked and not settled: a page of vouchers, those paid longest ago first, and how many there are. */
export async function listUnsettled(
  container: MedusaContainer,
  page: { take: number; skip: number },
): Promise<[VoucherRow[], number]> {
  const service = pagoEfectivo(container)
  const [ids, count] = await service.unsettled.page(page)
  if (ids.length === 0) return [[], count]
  const rows = await service.listVouchers({ id: ids }, { take: ids.length })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [ids.flatMap((id) => byId.get(id) ?? []), count]
}
