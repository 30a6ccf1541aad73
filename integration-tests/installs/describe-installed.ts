import { expectAdmin } from "./expect-admin"
import { expectPaid, InstalledShop, SET_UP_TIMEOUT_MS } from "./installed-shop"
import type { PackageManager } from "./package-managers"

interface Way {
  manager: () => Promise<PackageManager>
  /** Medusa's version; by default the one that the plugin is developed with. */
  medusa?: string
  /** For the table. */
  layout: string
}

/** The test of one way to install: a new store, a paid order, the admin in a browser. */
export function describeInstalled(title: string, { manager, medusa, layout }: Way): void {
  describe(title, () => {
    let shop: InstalledShop

    beforeAll(async () => {
      shop = await InstalledShop.withMedusa(await manager(), medusa)
      await shop.addPlugin()
      await shop.startSandbox()
      await shop.prepare()
    }, SET_UP_TIMEOUT_MS)

    afterAll(() => shop?.remove())

    it("sells, and shows it in the admin", async () => {
      const order = await shop.sell()

      expectPaid(order)
      await expectAdmin(shop, order)
      await shop.report(layout)
    })
  })
}
