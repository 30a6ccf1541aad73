import { mountVoucher, orderVoucher } from "/voucher.js"
import { html, show } from "./html.js"
import { publishableKey, retrieveOrder, sandboxUrl } from "./store-api.js"

/** The confirmation page: the plugin's component shows the code and follows its status. */
export async function showPayment(container, { parameter: orderId, signal }) {
  const order = await retrieveOrder(orderId)
  const data = orderVoucher(order)
  if (!data) throw new Error("Este pedido no tiene un código de PagoEfectivo.")
  if (signal.aborted) return

  show(container, page(order), `Pedido n.º ${order.display_id}`)
  const offerPayment = (status) => {
    container.querySelector("[data-pay]").hidden = status !== "waiting"
  }
  offerPayment(data.voucher.status)
  const unmount = mountVoucher(container.querySelector("[data-voucher]"), {
    voucher: data.voucher,
    amount: data.amount,
    currencyCode: data.currency_code,
    publishableKey: publishableKey(),
    onStatusChange: offerPayment,
  })
  signal.addEventListener("abort", unmount)
}

function page(order) {
  return html`<article class="payment">
    <header class="payment__head">
      <h1>¡Gracias por tu pedido!</h1>
      <p>Pedido n.º ${order.display_id}</p>
    </header>
    <div data-voucher></div>
    <div class="payment__actions">
      <a
        class="button button--main"
        href="${sandboxUrl()}"
        target="_blank"
        rel="noopener"
        data-pay
        hidden
        >Pagar en el simulador</a
      >
      <a class="button button--quiet" href="#/">Seguir comprando</a>
    </div>
  </article>`
}
