import type { PagoEfectivoModuleService, VoucherRow } from "../../../../modules/pagoefectivo"

/** Where a list of its own says which vouchers are on a page, in which order, and how many there are. */
interface PagedIds {
  page(page: { take: number; skip: number }): Promise<[string[], number]>
}

/** The vouchers of such a list's page. */
export async function listByIds(
  service: PagoEfectivoModuleService,
  list: PagedIds,
  page: { take: number; skip: number },
): Promise<[VoucherRow[], number]> {
  const [ids, count] = await list.page(page)
  if (ids.length === 0) return [[], count]
  const rows = await service.listVouchers({ id: ids }, { take: ids.length })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [ids.flatMap((id) => byId.get(id) ?? []), count]
}
