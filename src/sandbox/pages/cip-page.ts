import { formatPageDate } from "../lima-time"
import { formatForPeople } from "../money"
import type { SandboxStatus } from "../switches"
import type { SandboxVoucherRecord } from "../voucher-store"
import { escapeMarkup } from "./escape-html"
import { THEME } from "./theme"

const STATES: Record<SandboxStatus, { text: string; tone: string }> = {
  generated: { text: "Pendiente de pago", tone: "warn" },
  paid: { text: "Pagado", tone: "ok" },
  expired: { text: "Expirado", tone: "mute" },
  deleted: { text: "Eliminado", tone: "mute" },
  reversed: { text: "Pago extornado", tone: "bad" },
}

const STYLE = `
main{max-width:520px;margin:0 auto;padding:16px}
.strip{background:var(--info-bg);color:var(--info);text-align:center;padding:8px 16px;font-size:14px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:22px;margin-bottom:14px}
h1{font-size:21px}.lead{color:var(--soft);margin:4px 0 18px}.lead .badge{display:table;margin-top:8px}
.code{text-align:center;border:2px dashed var(--brand);border-radius:12px;padding:16px;margin:0 0 18px}
.code span{display:block;color:var(--soft);font-size:14px}
.code strong{display:block;font-size:34px;letter-spacing:.06em;overflow-wrap:anywhere}
dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:10px 16px}
dt{color:var(--soft)}dd{margin:0;text-align:right;font-weight:600;overflow-wrap:anywhere}
h2{font-size:17px;margin-bottom:8px}
ol{margin:0;padding-left:20px}li{margin:5px 0}
.note{color:var(--soft);font-size:14px;margin-top:14px}
.actions{display:flex;gap:10px;margin-top:18px}.actions button{flex:1}
@media print{.strip,.actions{display:none}body{background:#fff}}
`

/** The hosted page of a code, as PagoEfectivo words it. */
export function cipPage(
  record: SandboxVoucherRecord,
  status: SandboxStatus,
  nonce: string,
): string {
  const state = STATES[status]
  const service = record.currency === "PEN" ? "PagoEfectivo Soles" : "PagoEfectivo Dólares"
  const deadline = formatPageDate(record.expiresAt)
  const concept = String(record.fields.paymentConcept ?? "")
  const rows = [
    ["Monto a pagar", formatForPeople(record.centimos, record.currency)],
    ["Págalo antes del", deadline],
    ["Empresa", "PagoEfectivo"],
    ["Servicio", service],
    ...(concept ? [["Concepto", concept]] : []),
  ]
  return `<!doctype html>
<html lang="es-PE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Código de pago ${record.cip}</title><style nonce="${nonce}">${THEME}${STYLE}</style></head>
<body><p class="strip">Página de prueba: aquí no se mueve dinero real. <a href="/">Abrir el panel</a></p>
<main><section class="card">
<h1>Información para tu pago</h1><p class="lead">Paga con este código para finalizar tu compra. <span class="badge ${state.tone}">${state.text}</span></p>
<p class="code"><span>Código de pago (CIP)</span><strong class="mono">${record.cip}</strong></p>
<dl>${rows.map(([name = "", value = ""]) => `<dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd>`).join("")}</dl>
<p class="note">El código no confirma tu pedido hasta que lo pagues. La tienda puede cerrar el pedido antes.</p>
<div class="actions"><button class="main" id="print">Imprimir</button></div>
</section>
<section class="card"><h2>Banca por internet o banca móvil</h2>
<ol><li>Entra a la web o app de tu banco: BCP, BBVA, Interbank, Scotiabank o BanBif.</li>
<li>Elige <b>Pago de servicios</b> y busca la empresa <b>PagoEfectivo</b>.</li>
<li>Elige el servicio <b>${service}</b>, escribe tu código CIP y confirma.</li></ol></section>
<section class="card"><h2>Agentes y agencias (bodegas)</h2>
<ol><li>Acércate a un agente y di que vas a pagar a <b>PagoEfectivo</b>.</li>
<li>Dicta tu código CIP y paga el monto exacto.</li><li>Guarda tu constancia.</li></ol></section>
</main><script nonce="${nonce}">document.getElementById("print").onclick=()=>window.print()</script></body></html>`
}

/** What a static file store answers for a page that is gone. */
export function goneXml(key: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message><Key>${escapeMarkup(key)}</Key></Error>`
}
