import { drawing } from "./drawings/index.js"
import { soles } from "./format.js"
import { html, show } from "./html.js"
import { listProducts } from "./store-api.js"

export async function showCatalog(container, { signal }) {
  const products = await listProducts()
  if (signal.aborted) return
  show(
    container,
    html`<section class="hero">
        <h1>Hecho en el Perú, <span class="hero__accent">pagado en efectivo</span></h1>
        <p>
          Elige algo, recibe un código de PagoEfectivo y págalo en un agente o desde la app de tu
          banco. Sin tarjeta y sin crear una cuenta.
        </p>
      </section>
      <ul class="catalog" role="list">
        ${products.map(card)}
      </ul>`,
  )
}

function card(product) {
  const { calculated_amount: price } = product.variants[0].calculated_price
  const category = product.categories?.[0]?.name
  return html`<li class="product">
    <div class="product__picture">${drawing(product.handle)}</div>
    <div class="product__body">
      ${category && html`<p class="product__category">${category}</p>`}
      <h2 class="product__title">
        <a class="product__link" href="#/comprar/${product.handle}">${product.title}</a>
      </h2>
      <p class="product__text">${product.description}</p>
      <p class="product__foot">
        <span class="price">${soles(price)}</span>
        <span class="product__buy" aria-hidden="true">Comprar</span>
      </p>
    </div>
  </li>`
}
