/** For A4, and readable on a screen; nothing is loaded. */
export const PRINTED_STYLES = `
@page{size:A4;margin:14mm 12mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:190mm;padding:8mm 6mm;color:#1c1b18;background:#fff;font:10pt/1.4 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
h1{font-size:17pt;line-height:1.2;margin:0 0 1mm}
h2{font-size:11.5pt;margin:6mm 0 1.5mm;break-after:avoid}
p{margin:0}
.soft{color:#56534b}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.8mm 5mm;margin:4mm 0 0}
dt{color:#56534b}
dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:8.5pt}
th,td{text-align:left;vertical-align:top;padding:1mm 2mm 1mm 0;border-bottom:.2mm solid #c9c5ba}
th{color:#56534b;font-weight:600;overflow-wrap:normal}
td:last-child,th:last-child{padding-right:0}
.figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tr{break-inside:avoid}
thead{display:table-header-group}
code{font:7.5pt/1.35 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
footer{margin-top:8mm;border-top:.3mm solid #1c1b18;padding-top:2mm;font-size:8.5pt}
@media print{body{padding:0;max-width:none}}`
