/** Runs in the browser: shows `/_control/state` and posts to `/_control/…`. Text only, no markup. */
export const PANEL_SCRIPT = `
const REFRESH_MS = 2000
const STATES = {
  generated: ["Pendiente", "warn"], paid: ["Pagado", "ok"], expired: ["Expirado", "mute"],
  deleted: ["Eliminado", "mute"], reversed: ["Extornado", "bad"],
}
const OUTCOMES = {
  in_flight: ["En camino", "info"], accepted: ["Aceptado", "ok"], refused: ["Rechazado", "bad"],
  failed: ["Sin respuesta", "bad"], suppressed: ["Suprimido", "mute"], no_webhook: ["Sin webhook", "warn"],
}
const at = (id) => document.getElementById(id)
const limaTime = new Intl.DateTimeFormat("es-PE", { timeZone: "America/Lima", day: "2-digit", month: "2-digit",
  year: "numeric", hour: "2-digit", minute: "2-digit", hour12: true })
const lima = (iso) => limaTime.format(new Date(iso))
let shown = ""
let filter = new URLSearchParams(location.search).get("q") ?? ""

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.onclick = value
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value)
  }
  element.append(...children)
  return element
}
const badge = ([text, tone]) => el("span", { class: "badge " + tone }, text)

async function send(path, body) {
  say("")
  try {
    const response = await fetch("/_control/" + path, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    })
    if (!response.ok) say((await response.json()).message)
  } catch { say("El sandbox no responde.") }
  await refresh()
}
function say(text) { at("problem").textContent = text; at("problem").hidden = !text }

function action(text, path, body, enabled, main) {
  return el("button", { class: main ? "main" : null, disabled: !enabled, onclick: () => send(path, body) }, text)
}
function voucherCard(v) {
  const waiting = v.status === "generated"
  return el("li", { class: "voucher", "data-cip": v.cip },
    el("div", { class: "head" },
      el("a", { class: "cip mono", href: v.url, target: "_blank", rel: "noopener" }, v.cip),
      badge(STATES[v.status]), el("span", { class: "amount mono" }, v.amountForPeople)),
    el("div", { class: "facts" },
      el("span", {}, "Ref. ", el("b", {}, v.transactionCode)),
      el("span", {}, v.paidAt ? "Pagado " : "Vence ", el("b", { class: "mono" }, lima(v.paidAt ?? v.expiresAt)))),
    el("div", { class: "actions" },
      action("Pagar en banco", "pay", { cip: v.cip, channel: "bank" }, waiting, waiting),
      action("Pagar en agente", "pay", { cip: v.cip, channel: "agent" }, waiting),
      action("Expirar", "expire", { cip: v.cip }, waiting),
      action("Extornar", "reverse", { cip: v.cip }, v.status === "paid")))
}
function deliveryRow(d) {
  const detail = d.status === null ? (d.error ?? "") : "HTTP " + d.status
  return el("li", {},
    el("span", { class: "when mono" }, lima(d.startedAt)),
    el("span", { class: "what" }, el("b", { class: "mono" }, d.cip), " " + d.eventType + " · intento " + d.attempt),
    badge(OUTCOMES[d.outcome]), el("span", { class: "detail" }, detail))
}
function fill(list, items, empty) {
  at(list).replaceChildren(...(items.length ? items : [el("li", { class: "empty" }, empty)]))
}
function show(state) {
  at("clock").textContent = lima(state.clock.now)
  at("ahead").hidden = state.clock.aheadMs === 0
  const text = JSON.stringify([state.vouchers, state.deliveries, state.webhookUrl, state.count])
  if (text === shown) return
  shown = text
  if (document.activeElement !== at("webhook")) at("webhook").value = state.webhookUrl ?? ""
  at("count").textContent = state.count > state.vouchers.length
    ? state.vouchers.length + " de " + state.count : String(state.count)
  const focused = document.activeElement?.closest?.("[data-cip]")
  const place = focused ? [focused.dataset.cip, [...focused.querySelectorAll("button,a")].indexOf(document.activeElement)] : null
  fill("vouchers", state.vouchers.map(voucherCard),
    filter ? "Ningún código coincide." : "Aún no hay códigos. Haz una compra en tu tienda y aparecerá aquí.")
  fill("deliveries", state.deliveries.map(deliveryRow), "Todavía no se ha enviado ninguna notificación.")
  if (place) document.querySelector('[data-cip="' + place[0] + '"]')?.querySelectorAll("button,a")[place[1]]?.focus()
}
async function refresh() {
  try {
    const response = await fetch("/_control/state?q=" + encodeURIComponent(filter))
    show(await response.json())
    at("offline").hidden = true
  } catch { at("offline").hidden = false }
}
for (const button of document.querySelectorAll("[data-hours]")) {
  button.onclick = () => send("clock", { advanceMs: Number(button.dataset.hours) * 3600000 })
}
at("webhook-form").onsubmit = (event) => {
  event.preventDefault()
  at("webhook").blur()
  shown = ""
  void send("webhook", { url: at("webhook").value.trim() || null })
}
at("search").value = filter
at("search").oninput = () => { filter = at("search").value.trim(); shown = ""; void refresh() }
void refresh()
setInterval(() => { if (!document.hidden) void refresh() }, REFRESH_MS)
`
