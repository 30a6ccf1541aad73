/** The component's own look; every colour and measure is a CSS variable a shop can set. */
export const voucherStyles = `
.pe-voucher{box-sizing:border-box;max-width:var(--pe-max-width,36rem);padding:var(--pe-padding,1.25rem);border:1px solid var(--pe-line,#d9d5ca);border-radius:var(--pe-radius,1rem);background:var(--pe-background,#fff);color:var(--pe-ink,#1c1b18);font-family:var(--pe-font,inherit);font-size:1rem;line-height:1.5;text-align:left}
.pe-voucher *{box-sizing:border-box}
.pe-voucher p,.pe-voucher ol,.pe-voucher dl,.pe-voucher dd,.pe-voucher .pe-title,.pe-voucher .pe-steps{margin:0;padding:0;font-size:inherit}
.pe-voucher .pe-title{margin-top:.5rem;font-size:1.5rem;font-weight:700;line-height:1.2;text-wrap:balance}
.pe-voucher .pe-steps{margin-top:1.25rem;font-weight:700}
section.pe-voucher>*+*{margin-top:.75rem}
section.pe-voucher>style+*{margin-top:0}
.pe-voucher .pe-status{display:inline-block;padding:.125rem .75rem;border-radius:1rem;font-weight:700;background:var(--pe-waiting-background,#fdeecb);color:var(--pe-waiting,#7a4b00)}
.pe-voucher[data-status=paid] .pe-status{background:var(--pe-good-background,#dff3e5);color:var(--pe-good,#0b6b3a)}
.pe-voucher[data-status=expired] .pe-status,.pe-voucher[data-status=voided] .pe-status,.pe-voucher[data-status=reversed] .pe-status{background:var(--pe-bad-background,#fbe6e3);color:var(--pe-bad,#a3241b)}
.pe-voucher .pe-code{padding:1rem;border-radius:.75rem;text-align:center;background:var(--pe-code-background,#ffdb4d);color:var(--pe-code,#1c1b18)}
.pe-voucher .pe-digits{font-size:clamp(1.9rem,8vw,2.75rem);font-weight:800;line-height:1.2;font-variant-numeric:tabular-nums;user-select:all}
.pe-voucher .pe-digits span{display:inline-block;margin:0 .2em}
.pe-voucher .pe-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.pe-voucher .pe-amount{white-space:nowrap}
.pe-voucher strong{font-size:1.125rem}
.pe-voucher .pe-actions p{margin-top:.25rem}
.pe-voucher .pe-soft{color:var(--pe-soft,#56534b)}
.pe-voucher ol{padding-left:1.4em;list-style:decimal}
.pe-voucher dl>div{display:flex;flex-wrap:wrap;gap:0 .5rem}
.pe-voucher dt{color:var(--pe-soft,#56534b)}
.pe-voucher dd{font-weight:700}
.pe-voucher .pe-button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;margin:.25rem .5rem .25rem 0;padding:.375rem 1.125rem;border:2px solid var(--pe-accent,#0b5a49);border-radius:var(--pe-button-radius,.625rem);background:transparent;color:var(--pe-accent,#0b5a49);font:inherit;font-weight:700;text-decoration:none;text-align:center;cursor:pointer}
.pe-voucher .pe-button.pe-main{background:var(--pe-accent,#0b5a49);color:var(--pe-on-accent,#fff)}
.pe-voucher .pe-code .pe-button{margin:.5rem 0 0;border-color:currentColor;color:inherit}
.pe-voucher :focus-visible{outline:3px solid var(--pe-accent,#0b5a49);outline-offset:3px}
`
