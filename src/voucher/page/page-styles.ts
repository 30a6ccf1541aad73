/** Colours meet WCAG AA (4.5:1) on their grounds in both schemes; codes stay dark on white. */
export const pageStyles = `
:root{color-scheme:light dark;--ground:#f4f2ec;--card:#fff;--ink:#1c1b18;--soft:#56534b;--line:#d9d5ca;--accent:#0b5a49;--on-accent:#fff;--code:#ffdb4d;--on-code:#1c1b18;--good:#0b6b3a;--good-bg:#dff3e5;--bad:#a3241b;--bad-bg:#fbe6e3;--wait:#7a4b00;--wait-bg:#fdeecb}
@media (prefers-color-scheme:dark){:root{--ground:#121513;--card:#1b1f1d;--ink:#f1efe8;--soft:#b9b6ab;--line:#3a403c;--accent:#7fdcc2;--on-accent:#08231c;--code:#ffdb4d;--on-code:#1c1b18;--good:#8fe0ae;--good-bg:#143322;--bad:#ffb4ab;--bad-bg:#43201c;--wait:#ffd98a;--wait-bg:#3b2d0e}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
h1,h2,h3,p,ol,ul,dl,dd,fieldset{margin:0;padding:0;border:0}
h1{font-size:clamp(1.45rem,1.1rem + 1.8vw,2rem);line-height:1.2;text-wrap:balance}
h1:focus{outline:none}
h2{font-size:1.25rem;line-height:1.25}
h3{font-size:1.0625rem}
.hidden-text{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.75rem 1rem;z-index:1}
.skip:focus{top:.5rem}
.page{max-width:46rem;margin:0 auto;padding:1rem}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;padding:.25rem 0 1rem}
header .shop{display:flex;align-items:center;gap:.75rem;font-weight:700;font-size:1.125rem;min-width:0;flex:1 1 12rem}
header .shop bdi{min-width:0}
header img{max-height:3rem;max-width:8rem;height:auto;width:auto;border-radius:.25rem}
.language{display:inline-flex;align-items:center;min-height:2.75rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.25rem;margin-bottom:1rem}
.stack>*+*{margin-top:.75rem}
.soft{color:var(--soft)}
.lead{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem}
.pill{display:inline-flex;align-items:center;gap:.5rem;font-weight:700;border-radius:2rem;padding:.25rem .875rem;background:var(--wait-bg);color:var(--wait)}
.pill::before{content:"";width:.625rem;height:.625rem;border-radius:50%;background:currentColor}
.paid .pill{background:var(--good-bg);color:var(--good)}
.expired .pill,.voided .pill,.reversed .pill{background:var(--bad-bg);color:var(--bad)}
.code{background:var(--code);color:var(--on-code);border-radius:.75rem;padding:1rem;text-align:center}
.code :focus-visible{outline-color:var(--on-code)}
.code .digits{display:flex;flex-wrap:wrap;justify-content:center;column-gap:.45em;font-size:clamp(1.85rem,8.6vw,3.5rem);font-weight:800;line-height:1.15;font-variant-numeric:tabular-nums;letter-spacing:.02em;user-select:all;-webkit-user-select:all}
.code .button{margin-top:.75rem;background:var(--on-code);border-color:var(--on-code);color:#fff}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.75rem}
@media (min-width:36rem){.facts{grid-template-columns:2fr 3fr}}
.facts>div{border:1px solid var(--line);border-radius:.75rem;padding:.75rem 1rem}
.facts dt{color:var(--soft)}
.facts dd{font-weight:700;font-size:1.25rem;line-height:1.3}
.facts dd.amount{font-size:1.75rem}
.facts dd small{display:block;font-weight:400;font-size:1rem;color:var(--soft)}
.facts .left{display:block;margin-top:.25rem;font-size:1.0625rem;font-variant-numeric:tabular-nums;color:var(--wait)}
.unbroken{white-space:nowrap}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.5rem 1.25rem;border-radius:.625rem;border:2px solid var(--accent);background:var(--card);color:var(--accent);font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.button.main{background:var(--accent);color:var(--on-accent)}
.button[aria-disabled=true]{opacity:.7;cursor:progress}
.actions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.75rem}
[hidden]{display:none!important}
.ways{display:flex;flex-wrap:wrap;gap:.5rem}
.ways legend{padding:0;margin-bottom:.5rem;color:var(--soft)}
.ways input{position:absolute;opacity:0;pointer-events:none}
.ways label{flex:1 1 13rem;display:flex;align-items:center;gap:.625rem;min-height:3rem;padding:.5rem 1rem;border:2px solid var(--line);border-radius:.625rem;font-weight:700;line-height:1.25;cursor:pointer}
.ways label::before{content:"";flex:none;width:1.125rem;height:1.125rem;border-radius:50%;border:2px solid var(--soft)}
.ways input:checked+label{border-color:var(--accent);color:var(--accent)}
.ways input:checked+label::before{border-color:var(--accent);background:radial-gradient(var(--accent) 0 45%,transparent 50%)}
.ways input:focus-visible+label{outline:3px solid var(--accent);outline-offset:3px}
.ways .panel{flex:1 1 100%;padding-top:.5rem}
@media screen{#way-online:checked~.counter,#way-counter:checked~.online{display:none}}
.panel .way-name{display:none}
ol.steps{list-style:none;counter-reset:step}
ol.steps li{counter-increment:step;display:flex;gap:.75rem;padding:.375rem 0}
ol.steps li::before{content:counter(step);flex:none;width:1.875rem;height:1.875rem;border-radius:50%;background:var(--accent);color:var(--on-accent);font-weight:700;display:grid;place-content:center}
ol.steps li>span{padding-top:.125rem;min-width:0}
ul.points{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,13.5rem),1fr));gap:.5rem;margin-top:.5rem}
ul.points li{border:1px solid var(--line);border-radius:.625rem;padding:.5rem .75rem}
ul.points small{display:block;font-size:.9375rem;color:var(--soft)}
.codes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem;align-items:center;text-align:center}
.codes figure{margin:0}
.codes svg{display:block;margin:0 auto .5rem;border-radius:.25rem;max-width:100%}
.qr{width:10.5rem;height:10.5rem}
.barcode{width:18rem;height:5.5rem}
.result:empty{display:none}
.result{font-weight:700}
footer{color:var(--soft);font-size:.9375rem;padding:0 .25rem 1.5rem}
@media (max-width:24rem){.page{padding:.75rem}.card{padding:1rem;border-radius:.75rem}}
@media print{
:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#000;--on-accent:#fff;--code:#fff;--on-code:#000;--good:#000;--good-bg:#fff;--bad:#000;--bad-bg:#fff;--wait:#000;--wait-bg:#fff}
body{font-size:10pt;line-height:1.32}
.page{max-width:none;padding:0}
.no-print,.language,.skip,.button,.ways>legend,.ways label{display:none!important}
.stack>*+*{margin-top:2mm}
.card{border:0;padding:0;margin:0 0 4mm;border-radius:0;break-inside:avoid}
header{padding-bottom:3mm}
header img{max-height:12mm}
h1{font-size:17pt}h2{font-size:12.5pt}h3{font-size:10.5pt}
.pill{border:1px solid #000;padding:0 3mm}
.code{border:2px solid #000;padding:3mm}
.code .digits{font-size:30pt}
.ways{display:grid;grid-template-columns:1fr 1fr;gap:6mm}
.ways .panel{padding:0}
.panel .way-name{display:block;font-size:11.5pt;font-weight:700}
ol.steps li{padding:.5mm 0;gap:2mm}
ol.steps li::before{width:5mm;height:5mm;background:#fff;color:#000;border:1px solid #000;font-size:9pt}
ul.points{display:block;margin-top:1mm}
ul.points li{display:inline;border:0;padding:0}
ul.points li:not(:first-child)::before{content:"· "}
ul.points small{display:inline;font-size:1em}
ul.points small::before{content:"("}
ul.points small::after{content:")"}
.facts dd,.facts dd.amount{font-size:12.5pt}
.facts dd small{font-size:9.5pt}
.facts>div{padding:2mm 3mm}
.facts .left{display:none}
.pill::before{display:none}
.codes{display:grid!important;grid-template-columns:1fr 1fr}
.qr{width:32mm;height:32mm}.barcode{width:72mm;height:20mm}
footer{padding:0;font-size:1em}
html[data-layout=ticket] body{font-size:9pt;line-height:1.25}
html[data-layout=ticket] .intro{display:none}
html[data-layout=ticket] .qr{width:26mm;height:26mm}
html[data-layout=ticket] .page{width:72mm}
html[data-layout=ticket] h1{font-size:13pt}
html[data-layout=ticket] .code .digits{font-size:21pt}
html[data-layout=ticket] .ways,html[data-layout=ticket] .codes,html[data-layout=ticket] .facts{grid-template-columns:1fr!important;gap:2mm}
html[data-layout=ticket] .card{margin-bottom:3mm;padding-top:2mm;border-top:1px dashed #000}
html[data-layout=ticket] .barcode{width:70mm;height:16mm}
html[data-layout=ticket] .lead{justify-content:flex-start}
html[data-layout=ticket] .card{break-inside:auto}
html[data-layout=ticket] ol.steps li::before{width:4mm;height:4mm;font-size:8pt}
html[data-layout=ticket] .stack>*+*{margin-top:1.5mm}
html[data-layout=ticket] .code{padding:2mm}
html[data-layout=ticket] .facts>div{border:0;padding:0}
html[data-layout=ticket] h2,html[data-layout=ticket] .panel .way-name{font-size:10.5pt}
html[data-layout=ticket] .facts dd,html[data-layout=ticket] .facts dd.amount{font-size:11pt}
}
@page{size:A4;margin:12mm}
`

/** Follows the page's styles and wins over their `@page` when its media is switched to `print`. */
export const ticketStyles = "@page{size:80mm 360mm;margin:4mm}"
