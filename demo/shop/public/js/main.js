import { showCatalog } from "./catalog.js"
import { showCheckout } from "./checkout.js"
import { html, show } from "./html.js"
import { showPayment } from "./payment.js"
import { loadConfig, sandboxUrl } from "./store-api.js"

const main = document.querySelector("#contenido")

const ROUTES = [
  [/^#\/comprar\/([\w-]+)$/, showCheckout],
  [/^#\/pedido\/(\w+)$/, showPayment],
]

/** Ends what the view before has running, such as its clock. */
let leave = () => {}

async function route() {
  leave()
  const view = new AbortController()
  leave = () => view.abort()
  const [open, parameter] = match(location.hash)
  try {
    await open(main, { parameter, signal: view.signal })
  } catch (error) {
    if (!view.signal.aborted) showFailure(error)
  }
  window.scrollTo({ top: 0 })
}

function match(hash) {
  for (const [pattern, open] of ROUTES) {
    const found = pattern.exec(hash)
    if (found) return [open, found[1]]
  }
  return [showCatalog]
}

function showFailure(error) {
  show(
    main,
    html`<section class="notice" role="alert">
      <h1>Algo no salió bien</h1>
      <p>${error.message}</p>
      <p><a class="button button--quiet" href="#/">Volver a la tienda</a></p>
    </section>`,
    "Algo no salió bien",
  )
}

async function start() {
  await loadConfig()
  document.querySelector("#sandbox-link").href = sandboxUrl()
  addEventListener("hashchange", async () => {
    await route()
    main.focus({ preventScroll: true })
  })
  await route()
}

start().catch(showFailure)
