import { http } from "../support/shopper"
import { SET_UP_TIMEOUT_MS } from "./installed-shop"
import { StarterWorkspace } from "./starter-workspace"
import { StorefrontVisitor } from "./storefront-visitor"

const HAT = { title: "Chullo de alpaca", price: 79.9 }
/** More than a code can be worth. */
const LOOM = { title: "Telar de oro", price: 30_000_000 }

describe("Medusa's starter, a pnpm workspace with both parts and the guide's edits", () => {
  let workspace: StarterWorkspace
  let visitor: StorefrontVisitor

  beforeAll(async () => {
    workspace = await StarterWorkspace.create()
    const { shop } = workspace
    await workspace.addPackages()
    await shop.startSandbox()
    await workspace.chooseAddress()
    const environment = await workspace.initialise()
    await shop.prepare()
    await offer(HAT)
    await offer(LOOM)
    await workspace.startStorefront(environment)
    visitor = await StorefrontVisitor.open(workspace.storefrontUrl, shop.backendUrl)
  }, SET_UP_TIMEOUT_MS)

  afterAll(async () => {
    await visitor?.close()
    await workspace?.remove()
  })

  /** A product for sale in the shop's channel. */
  async function offer({ title, price }: { title: string; price: number }): Promise<void> {
    const { stores } = (await workspace.shop.admin("GET", "/admin/stores")) as {
      stores: { default_sales_channel_id: string }[]
    }
    await workspace.shop.admin("POST", "/admin/products", {
      title,
      status: "published",
      options: [{ title: "Talla", values: ["Única"] }],
      variants: [
        {
          title: "Única",
          manage_inventory: false,
          options: { Talla: "Única" },
          prices: [{ currency_code: "pen", amount: price }],
        },
      ],
      sales_channels: [{ id: stores[0]?.default_sales_channel_id }],
    })
  }

  it("says why PagoEfectivo can't pay a cart, where it is the only way to pay", async () => {
    await visitor.goToPayment(LOOM.title)
    await visitor.continueToReview()

    await visitor.page.getByText("Tu compra supera el monto máximo").waitFor()
    await visitor.photograph("starter-too-large")
  })

  it("takes an order in the browser and shows that its code is paid", async () => {
    await visitor.page.context().clearCookies()
    await visitor.goToPayment(HAT.title)
    await visitor.page.getByText("Recibes un código y lo pagas en efectivo").waitFor()
    await visitor.continueToReview()
    await visitor.photograph("starter-checkout")

    const order = await workspace.shop.time("sale", buyAndPay)

    expect(visitor.page.url()).toBe(`${workspace.storefrontUrl}/pe/order/${order}/confirmed`)
    await visitor.photograph("starter-paid")
    await visitor.page.reload()
    await visitor.title("¡Listo! Recibimos tu pago").waitFor()
    expect(await visitor.page.getByText("Falta un paso").count()).toBe(0)
    const { order: paid } = (await workspace.shop.admin("GET", `/admin/orders/${order}`)) as {
      order: { payment_status: string; total: number }
    }
    expect(paid).toMatchObject({ payment_status: "captured", total: HAT.price + 15 })
    await visitor.page.goto(`${workspace.storefrontUrl}/pe/account/orders/details/${order}`)
    await visitor.page.getByRole("heading", { name: "¡Listo! Recibimos tu pago" }).waitFor()
    await visitor.photograph("starter-account")
    expect(visitor.seen).toEqual({ complaints: [], foreignRequests: [] })
    await workspace.shop.report("Medusa's starter")
  })

  /** @returns the order's id */
  async function buyAndPay(): Promise<string> {
    const order = await visitor.placeOrder("Obtener mi código de pago")
    await visitor.title("Falta un paso: paga tu código").waitFor()
    expect(await visitor.scrolled()).toBe(0)
    expect(await visitor.page.title()).toBe("Tu pedido")
    expect(await visitor.page.getByText("Thank you!").count()).toBe(0)
    await visitor.page.getByText("S/ 94.90").first().waitFor()
    await visitor.photograph("starter-waiting")
    await http(`${workspace.shop.sandboxUrl}/_control/pay`, { body: { cip: await shownCode() } })
    await visitor.title("¡Listo! Recibimos tu pago").waitFor({ timeout: 120_000 })
    return order
  }

  /** The code as its reader sees it, without the gaps. */
  async function shownCode(): Promise<string> {
    const digits = await visitor.page.locator(".pe-digits").innerText()
    return digits.replace(/\D/g, "")
  }
})
