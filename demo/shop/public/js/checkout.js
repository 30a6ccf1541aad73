import { buyerFields, checkBuyer, fillWithExample, mendOnInput, readBuyer } from "./buyer-form.js"
import { drawing } from "./drawings/index.js"
import { soles } from "./format.js"
import { html, show } from "./html.js"
import * as store from "./store-api.js"

const MOST_PIECES = 10

export async function showCheckout(container, { parameter: handle, signal }) {
  const product = (await store.listProducts()).find((candidate) => candidate.handle === handle)
  if (!product) throw new Error("Este producto ya no está en la tienda.")
  let cart = await store.createCart(product.variants[0].id)
  const options = (await store.listShippingOptions(cart.id)).sort((a, b) => b.amount - a.amount)
  cart = await store.chooseShipping(cart.id, options[0].id)
  if (signal.aborted) return

  show(container, page(product, options), "Tu pedido")
  const form = container.querySelector("form")
  const refresh = (changed) => {
    cart = changed
    showTotals(container, cart)
  }
  refresh(cart)
  mendOnInput(form)
  container.querySelector("[data-example]").addEventListener("click", () => fillWithExample(form))
  container.querySelectorAll("[data-step]").forEach((button) =>
    button.addEventListener("click", () => {
      const wished = cart.items[0].quantity + Number(button.dataset.step)
      return whileBusy(form, async () => refresh(await store.setQuantity(cart, wished)))
    }),
  )
  form.addEventListener("change", ({ target }) => {
    if (target.name !== "shipping") return
    void whileBusy(form, async () => refresh(await store.chooseShipping(cart.id, target.value)))
  })
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const wrong = checkBuyer(form)
    if (wrong) return wrong.focus()
    void whileBusy(form, async () => {
      const order = await placeOrder(cart, readBuyer(form))
      location.hash = `#/pedido/${order.id}`
    })
  })
}

async function placeOrder(cart, { email, address }) {
  const ready = await store.setBuyer(cart.id, email, address)
  const providers = await store.listPaymentProviders()
  const pagoEfectivo = providers.find((id) => id.startsWith("pp_pagoefectivo"))
  if (!pagoEfectivo) throw new Error("La tienda no tiene PagoEfectivo activado para el Perú.")
  await store.choosePayment(ready, pagoEfectivo)
  return store.completeCart(cart.id)
}

/** One request at a time; a failure is said beside the button and the form stays as it is. */
async function whileBusy(form, work) {
  if (form.getAttribute("aria-busy") === "true") return
  const problem = form.querySelector("[data-problem]")
  form.setAttribute("aria-busy", "true")
  problem.hidden = true
  try {
    await work()
  } catch (error) {
    problem.textContent = error.message
    problem.hidden = false
  } finally {
    form.setAttribute("aria-busy", "false")
  }
}

function showTotals(container, cart) {
  const set = (name, text) => (container.querySelector(`[data-${name}]`).textContent = text)
  const [item] = cart.items
  set("quantity", item.quantity)
  set("subtotal", soles(cart.item_total))
  set("shipping", cart.shipping_total > 0 ? soles(cart.shipping_total) : "Gratis")
  set("total", soles(cart.total))
  set("tax", `Incluye ${soles(cart.tax_total)} de IGV`)
  container.querySelector('[data-step="-1"]').disabled = item.quantity <= 1
  container.querySelector('[data-step="1"]').disabled = item.quantity >= MOST_PIECES
}

function page(product, options) {
  return html`<p class="back"><a href="#/">Seguir mirando</a></p>
    <h1 class="page-title">Tu pedido</h1>
    <form class="checkout" novalidate aria-busy="false">
      <div class="checkout__steps">
        <section class="panel" aria-labelledby="datos">
          <div class="panel__head">
            <h2 id="datos">Tus datos</h2>
            <button class="button button--small button--quiet" type="button" data-example>
              Llenar con un ejemplo
            </button>
          </div>
          <div class="fields">${buyerFields()}</div>
        </section>
        <section class="panel" aria-labelledby="entrega">
          <h2 id="entrega">Entrega</h2>
          <div class="choices" role="radiogroup" aria-labelledby="entrega">
            ${options.map(shippingChoice)}
          </div>
        </section>
        <section class="panel" aria-labelledby="pago">
          <h2 id="pago">Pago</h2>
          <div class="choices">
            <label class="choice">
              <input type="radio" name="payment" checked />
              <span class="choice__text">
                <strong>PagoEfectivo</strong>
                <span
                  >Te damos un código. Lo pagas en efectivo en un agente o bodega, o desde la app de
                  tu banco.</span
                >
              </span>
            </label>
          </div>
        </section>
      </div>
      ${summary(product)}
    </form>`
}

function shippingChoice(option, index) {
  return html`<label class="choice">
    <input type="radio" name="shipping" value="${option.id}" ${index === 0 ? "checked" : ""} />
    <span class="choice__text">
      <strong>${option.name}</strong>
      <span>${option.type?.description}</span>
    </span>
    <span class="choice__price">${option.amount > 0 ? soles(option.amount) : "Gratis"}</span>
  </label>`
}

function summary(product) {
  return html`<aside class="panel summary" aria-label="Resumen de tu pedido">
    <div class="summary__product">
      <div class="summary__picture">${drawing(product.handle)}</div>
      <div>
        <p class="summary__title">${product.title}</p>
        <div class="stepper" role="group" aria-label="Cantidad">
          <button type="button" data-step="-1" aria-label="Quitar uno">−</button>
          <output data-quantity aria-live="polite">1</output>
          <button type="button" data-step="1" aria-label="Agregar uno">+</button>
        </div>
      </div>
    </div>
    <dl class="totals" aria-live="polite">
      <div>
        <dt>Productos</dt>
        <dd data-subtotal></dd>
      </div>
      <div>
        <dt>Envío</dt>
        <dd data-shipping></dd>
      </div>
      <div class="totals__all">
        <dt>Total</dt>
        <dd data-total></dd>
      </div>
    </dl>
    <p class="totals__tax" data-tax></p>
    <p class="alert" role="alert" data-problem hidden></p>
    <button class="button button--main" type="submit">
      <span class="button__idle">Obtener mi código de pago</span>
      <span class="button__busy" aria-hidden="true">Un momento…</span>
    </button>
    <p class="summary__note">Separamos tu pedido hasta que venza el código.</p>
  </aside>`
}
