import { choosePort, wishedPort, type PortChoice } from "./ports"

export interface Addresses {
  storePort: number
  shopPort: number
  sandboxPort: number
  backendUrl: string
  shopUrl: string
  webhookUrl: string
  /** Sentences about usual ports that were taken. */
  notes: string[]
}

const WEBHOOK_PATH = "/hooks/payment/pagoefectivo_pagoefectivo"

export async function chooseAddresses(): Promise<Addresses> {
  const store = await choosePort(wishedPort("PORT", 9000))
  const shop = await choosePort(wishedPort("SHOP_PORT", 8000), new Set([store.port]))
  const sandbox = await choosePort(
    wishedPort("SANDBOX_PORT", 4010),
    new Set([store.port, shop.port]),
  )
  const backendUrl = `http://localhost:${store.port}`
  return {
    storePort: store.port,
    shopPort: shop.port,
    sandboxPort: sandbox.port,
    backendUrl,
    shopUrl: `http://localhost:${shop.port}`,
    webhookUrl: `${backendUrl}${WEBHOOK_PATH}`,
    notes: [
      ...noteAbout("the store", store),
      ...noteAbout("the shop", shop),
      ...noteAbout("the sandbox", sandbox),
    ],
  }
}

function noteAbout(what: string, { port, taken }: PortChoice): string[] {
  return taken === null ? [] : [`Port ${taken} is taken: ${what} uses ${port}.`]
}
