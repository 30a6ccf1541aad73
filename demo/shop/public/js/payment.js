import { deadline, groupCode, soles, timeLeft } from "./format.js"
import { html, show } from "./html.js"
import { retrieveOrder, retrieveVoucher, sandboxUrl } from "./store-api.js"

const POLL_MS = 3_000
const TICK_MS = 1_000
const COPIED_MS = 2_500

/** What a voucher's status means to the shopper. */
const STATES = {
  waiting: {
    title: "Paga tu código",
    text: "Te avisamos aquí mismo cuando llegue tu pago.",
  },
  paid: {
    title: "¡Recibimos tu pago!",
    text: "Tu pedido ya está en preparación. Te escribiremos cuando salga.",
  },
  expired: {
    title: "Tu código venció",
    text: "Ya no lo pagues. Si todavía quieres el producto, haz un pedido nuevo.",
  },
  voided: {
    title: "Este código fue anulado",
    text: "Ya no lo pagues. Si fue un error, haz un pedido nuevo.",
  },
  reversed: {
    title: "Tu pago fue devuelto",
    text: "El recaudador anuló la operación. Consulta con el lugar donde pagaste.",
  },
}

export async function showPayment(container, { parameter: orderId, signal }) {
  const order = await retrieveOrder(orderId)
  const issued = voucherOf(order)
  if (!issued) throw new Error("Este pedido no tiene un código de PagoEfectivo.")
  if (signal.aborted) return

  show(container, page(order, issued), `Pedido n.º ${order.display_id}`)
  const refresh = (status) => showStatus(container, status)
  refresh(issued.status)
  enableCopy(container, issued.cip)
  countDown(container, issued.expires_at, signal)
  void followVoucher(() => readStatus(orderId, issued), refresh, signal)
}

function voucherOf(order) {
  const sessions = (order.payment_collections ?? []).flatMap((c) => c.payment_sessions ?? [])
  return sessions.map((session) => session.data?.voucher).find(Boolean)
}

function tokenOf(voucher) {
  return new URL(voucher.page_url).pathname.split("/").at(-1)
}

function showStatus(container, status) {
  const card = container.querySelector(".voucher")
  if (card.dataset.status === status) return
  card.dataset.status = status
  const { title, text } = STATES[status]
  container.querySelector("[data-title]").textContent = title
  container.querySelector("[data-text]").textContent = text
}

/** Asks on until the view is left; a code may still be paid after it expired. */
async function followVoucher(read, onStatus, signal) {
  while (!signal.aborted) {
    await pause(POLL_MS, signal)
    if (signal.aborted) return
    // A lost answer is asked for again; the page keeps what it knew.
    const status = await read().catch(() => null)
    if (status && !signal.aborted) onStatus(status)
  }
}

/** From the voucher's own route; from the order's payment session when that one is out of reach. */
async function readStatus(orderId, issued) {
  const voucher = await retrieveVoucher(tokenOf(issued)).catch(async () =>
    voucherOf(await retrieveOrder(orderId)),
  )
  return voucher.status
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener("abort", () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function countDown(container, expiresAt, signal) {
  const clock = container.querySelector("[data-clock]")
  const tick = () => (clock.textContent = timeLeft(expiresAt) ?? "Plazo terminado")
  tick()
  const timer = setInterval(tick, TICK_MS)
  signal.addEventListener("abort", () => clearInterval(timer))
}

function enableCopy(container, cip) {
  const button = container.querySelector("[data-copy]")
  const label = button.textContent
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(cip).then(
      () => true,
      () => false,
    )
    button.textContent = copied ? "Copiado" : "Cópialo a mano"
    setTimeout(() => (button.textContent = label), COPIED_MS)
  })
}

function page(order, voucher) {
  return html`<article class="voucher" data-status="">
    <header class="voucher__head" role="status" aria-live="polite">
      ${statusIcon()}
      <p class="voucher__order">Pedido n.º ${order.display_id}</p>
      <h1 class="voucher__title" data-title></h1>
      <p class="voucher__text" data-text></p>
    </header>
    <section class="voucher__code" aria-label="Código de pago">
      <p class="voucher__label">Código de pago (CIP)</p>
      <p class="voucher__cip" translate="no">${groupCode(voucher.cip)}</p>
      <button class="button button--quiet button--small" type="button" data-copy>
        Copiar código
      </button>
    </section>
    <dl class="facts">
      <div>
        <dt>Monto</dt>
        <dd class="facts__amount">${soles(order.total)}</dd>
      </div>
      <div class="facts__deadline">
        <dt>Págalo hasta el</dt>
        <dd>${deadline(voucher.expires_at)} <small>hora de Lima</small></dd>
      </div>
      <div class="facts__clock">
        <dt>Te queda</dt>
        <dd data-clock role="timer" aria-live="off"></dd>
      </div>
    </dl>
    <section class="how" aria-labelledby="como">
      <h2 id="como">Cómo pagar</h2>
      <ol>
        <li>Entra a la app de tu banco, o ve a un agente o bodega.</li>
        <li>Elige <strong>Pago de servicios</strong> y busca <strong>PagoEfectivo</strong>.</li>
        <li>Da tu código y paga el monto exacto.</li>
      </ol>
    </section>
    <div class="voucher__actions">
      <a
        class="button button--main voucher__pay"
        href="${sandboxUrl()}"
        target="_blank"
        rel="noopener"
        >Pagar en el simulador</a
      >
      <a class="button button--quiet" href="${voucher.page_url}" target="_blank" rel="noopener"
        >Ver o imprimir el código</a
      >
      <a class="button button--quiet voucher__again" href="#/">Seguir comprando</a>
    </div>
  </article>`
}

function statusIcon() {
  return html`<svg class="voucher__icon" viewBox="0 0 64 64" aria-hidden="true">
    <circle cx="32" cy="32" r="28" />
    <path class="voucher__icon-wait" d="M32 17v16l10 6" />
    <path class="voucher__icon-paid" d="M19 33l9 9 18-19" />
    <path class="voucher__icon-over" d="M23 23l18 18M41 23L23 41" />
  </svg>`
}
