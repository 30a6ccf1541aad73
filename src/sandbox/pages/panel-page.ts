import { PANEL_SCRIPT } from "./panel-script"
import { THEME } from "./theme"

const STYLE = `
header{background:var(--brand-bg);color:var(--brand-ink)}
header div{max-width:1180px;margin:0 auto;padding:16px 20px}
h1{font-size:22px}header p{opacity:.8;font-size:14px}
main{max-width:1180px;margin:0 auto;padding:18px 20px;display:grid;gap:18px;grid-template-columns:minmax(0,1fr) 360px;align-items:start}
.side{display:grid;gap:18px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px}
.bar{display:flex;gap:10px;align-items:center;margin-bottom:12px;flex-wrap:wrap}
h2{font-size:17px}h2 small{font-weight:400;color:var(--soft);font-size:13px}
input{font:inherit;width:100%;min-width:0;padding:8px 10px;min-height:38px;border:1px solid var(--line);border-radius:8px;background:var(--bg);color:var(--ink)}
.bar input{flex:1 1 150px;width:auto;margin-left:auto;max-width:280px}
ul{list-style:none;margin:0;padding:0}
.voucher{border-top:1px solid var(--line);padding:14px 0}.voucher:first-child{border-top:0;padding-top:0}.voucher:last-child{padding-bottom:0}
.head{display:flex;gap:10px;align-items:center;flex-wrap:wrap}
.cip{font-size:19px;font-weight:700;letter-spacing:.03em}
.amount{margin-left:auto;font-size:18px;font-weight:700}
.facts{display:flex;flex-wrap:wrap;gap:2px 18px;color:var(--soft);font-size:14px;margin:4px 0 10px}
.facts span{overflow-wrap:anywhere}.facts b{color:var(--ink);font-weight:500}
.actions{display:flex;flex-wrap:wrap;gap:8px}
.voucher button:disabled{display:none}
.clock{font-size:19px;font-weight:600;margin-bottom:10px}
.hint{color:var(--soft);font-size:13px;margin-top:10px}
form{display:flex;gap:8px}
#deliveries li{display:grid;grid-template-columns:1fr auto;gap:2px 10px;padding:8px 0;border-top:1px solid var(--line);font-size:14px;align-items:center}
#deliveries li:first-child{border-top:0}
.when,.detail{color:var(--soft);font-size:13px}.what{grid-column:1}.when{grid-column:1;grid-row:2}.detail{grid-column:1/-1;overflow-wrap:anywhere}.detail:empty{display:none}
#deliveries li.empty,.empty{display:block;color:var(--soft);padding:8px 0}
.alert{max-width:1140px;margin:14px auto 0;padding:10px 14px;border-radius:10px}
@media (max-width:880px){main{grid-template-columns:minmax(0,1fr);padding:14px}.actions button{flex:1 1 130px}
.cip{font-size:17px}.amount{font-size:16px}.head{gap:8px}.alert{margin:14px 14px 0}.bar input{max-width:none}}
[hidden]{display:none!important}
`

/** The control panel: codes, clock, webhook and what was delivered. */
export function panelPage(nonce: string): string {
  return `<!doctype html>
<html lang="es-PE"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>PagoEfectivo de prueba</title><link rel="icon" href="data:,"><style nonce="${nonce}">${THEME}${STYLE}</style></head>
<body><header><div><h1>PagoEfectivo de prueba</h1><p>Local sandbox: no real money moves here</p></div></header>
<p class="alert bad" id="problem" role="alert" hidden></p>
<p class="alert warn" id="offline" role="status" hidden>El sandbox no responde. Se vuelve a intentar…</p>
<main>
<section class="card"><div class="bar"><h2>Códigos de pago <span class="badge mute" id="count">0</span><br><small>Payment codes, newest first</small></h2>
<input id="search" type="search" placeholder="Buscar CIP o referencia" aria-label="Buscar CIP o referencia"></div>
<ul id="vouchers"></ul></section>
<div class="side">
<section class="card"><div class="bar"><h2>Reloj <span class="badge info" id="ahead" hidden>Adelantado</span><br><small>Clock, Lima time</small></h2></div>
<p class="clock mono" id="clock">&nbsp;</p>
<div class="actions"><button data-hours="1">+1 hora</button><button data-hours="24">+1 día</button><button data-hours="72">+3 días</button></div>
<p class="hint">Adelantarlo envejece los códigos que ya existen.</p></section>
<section class="card"><div class="bar"><h2>Webhook<br><small>Where notices are sent</small></h2></div>
<form id="webhook-form"><input id="webhook" type="url" placeholder="http://localhost:9000/hooks/payment/…" aria-label="Dirección del webhook"><button>Guardar</button></form></section>
<section class="card"><div class="bar"><h2>Notificaciones<br><small>Recent deliveries</small></h2></div><ul id="deliveries"></ul></section>
</div></main><script nonce="${nonce}">${PANEL_SCRIPT}</script></body></html>`
}
