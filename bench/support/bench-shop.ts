import { Admin } from "../../integration-tests/support/admin"
import { bootShop, type BootedShop } from "../../integration-tests/support/booted-shop"
import { PROVIDER_ID } from "../../integration-tests/support/shopper"
import { ensureDatabaseServer } from "./database-server"

/** The platform's own provider, which does nothing: the floor. */
export const FLOOR_PROVIDER_ID = "pp_system_default"

/** Runs a benchmark on a booted store that offers PagoEfectivo and the platform's own provider. */
export async function withBenchShop(bench: (shop: BootedShop) => Promise<void>): Promise<void> {
  const stopServer = await ensureDatabaseServer()
  try {
    const shop = await bootShop({ env: { LOG_LEVEL: "error" } })
    try {
      const admin = await Admin.logIn(shop.store)
      await admin.must(`/admin/regions/${shop.store.shop.regionId}`, {
        body: { payment_providers: [PROVIDER_ID, FLOOR_PROVIDER_ID] },
      })
      await bench(shop)
    } finally {
      await shop.close()
    }
  } finally {
    await stopServer()
  }
}
