/** Café, chocolate, quinua, miel, ají. */
export const PANTRY = {
  "cafe-de-chanchamayo": {
    background: "#e6efe0",
    shapes: `
      <path d="M82 44h76l6 12v92a6 6 0 0 1-6 6H82a6 6 0 0 1-6-6V56z" fill="#6b3f24"/>
      <path d="M82 44h76l6 12H76z" fill="#4d2b16"/>
      <path d="M92 36h56v10H92z" fill="#8a5533"/>
      <rect x="76" y="84" width="88" height="44" fill="#f4e6c8"/>
      <g fill="#6b3f24"><ellipse cx="108" cy="106" rx="10" ry="14" transform="rotate(24 108 106)"/>
      <ellipse cx="133" cy="106" rx="10" ry="14" transform="rotate(-24 133 106)"/></g>
      <path d="M104 94c6 8 1 15 8 24M137 94c-6 8-1 15-8 24" fill="none" stroke="#f4e6c8" stroke-width="2.5"/>
      <path d="M178 150c-4-22 8-40 24-44 4 20-4 38-24 44z" fill="#4f8a4c"/>
      <path d="M179 149c4-16 10-27 20-38" fill="none" stroke="#2f6333" stroke-width="2"/>
      <circle cx="182" cy="152" r="6" fill="#b3262e"/><circle cx="194" cy="151" r="6" fill="#cf3c3c"/>`,
  },
  "chocolate-de-piura": {
    background: "#fbe6d3",
    shapes: `
      <g transform="rotate(-8 120 96)">
      <rect x="66" y="52" width="112" height="92" rx="5" fill="#4a2a1c"/>
      <g fill="#5f3826"><rect x="72" y="58" width="30" height="24" rx="3"/><rect x="107" y="58" width="30" height="24" rx="3"/><rect x="142" y="58" width="30" height="24" rx="3"/></g>
      <path d="M60 88h124v62H60z" fill="#c9542f"/>
      <path d="M60 88l8 7 8-7 8 7 8-7 8 7 8-7 8 7 8-7 8 7 8-7 8 7 8-7 8 7 8-7 4 4v-4z" fill="#eaeef0"/>
      <path d="M60 108h124v26H60z" fill="#f6d9a5"/>
      <g fill="none" stroke="#8a3115" stroke-width="4"><path d="M76 128l10-14 10 14 10-14 10 14 10-14 10 14 10-14 10 14 10-14 8 12"/></g>
      </g>`,
  },
  "quinua-de-puno": {
    background: "#f7e9ee",
    shapes: `
      <path d="M58 98h124c0 34-22 56-62 56S58 132 58 98z" fill="#a8592f"/>
      <path d="M58 98h124l-2 12H60z" fill="#8a4521"/>
      <path d="M72 98c6-26 24-38 48-38s42 12 48 38z" fill="#f3e2b7"/>
      <g fill="#d9c182"><circle cx="92" cy="88" r="3"/><circle cx="106" cy="74" r="3"/><circle cx="120" cy="90" r="3"/><circle cx="134" cy="72" r="3"/><circle cx="148" cy="87" r="3"/><circle cx="119" cy="68" r="3"/><circle cx="104" cy="91" r="3"/><circle cx="136" cy="91" r="3"/></g>
      <path d="M70 122l12 10 12-10 12 10 14-10 14 10 12-10 12 10 12-10" fill="none" stroke="#f1cf86" stroke-width="4"/>
      <path d="M192 150c-2-40 2-66 4-96" fill="none" stroke="#5d7f3f" stroke-width="4"/>
      <g fill="#b8346a"><circle cx="196" cy="48" r="8"/><circle cx="188" cy="60" r="8"/><circle cx="204" cy="62" r="8"/><circle cx="189" cy="76" r="7"/><circle cx="203" cy="78" r="7"/><circle cx="195" cy="90" r="7"/></g>`,
  },
  "miel-de-oxapampa": {
    background: "#fdf0cc",
    shapes: `
      <rect x="78" y="42" width="84" height="18" rx="5" fill="#7d5a36"/>
      <path d="M84 60h72l10 14v70a10 10 0 0 1-10 10H84a10 10 0 0 1-10-10V74z" fill="#f0a721"/>
      <path d="M84 60h72l7 10H77z" fill="#fbd678"/>
      <rect x="82" y="84" width="10" height="58" rx="5" fill="#fff" opacity=".35"/>
      <g fill="#fff6dd" stroke="#b8720e" stroke-width="3"><path d="M120 88l15 9v17l-15 9-15-9V97z"/></g>
      <g fill="#f0a721" stroke="#b8720e" stroke-width="2.5"><path d="M120 98l7 4v8l-7 4-7-4v-8z"/></g>
      <g transform="translate(188 70)"><ellipse rx="13" ry="9" fill="#f6c344"/><path d="M-4-9v18M4-8v16" stroke="#3a2a17" stroke-width="4"/><ellipse cx="-4" cy="-11" rx="8" ry="6" fill="#fff" opacity=".8"/><circle cx="12" cy="-1" r="5" fill="#3a2a17"/></g>
      <path d="M196 84c8 12-2 22-14 26" fill="none" stroke="#b8720e" stroke-width="2" stroke-dasharray="2 6" stroke-linecap="round"/>`,
  },
  "pasta-de-aji-amarillo": {
    background: "#e2eef2",
    shapes: `
      <rect x="72" y="52" width="76" height="16" rx="4" fill="#2f5d50"/>
      <path d="M76 68h68l6 10v66a10 10 0 0 1-10 10H80a10 10 0 0 1-10-10V78z" fill="#f09a1a"/>
      <rect x="70" y="92" width="80" height="40" fill="#fff4dc"/>
      <path d="M92 118c8 8 28 6 40-14-4 24-30 34-44 20z" fill="#ef8a12"/>
      <path d="M131 105c3-2 4-6 9-7" fill="none" stroke="#3f7d3b" stroke-width="4" stroke-linecap="round"/>
      <path d="M158 148c2-30 20-62 44-66 2 34-12 62-44 66z" fill="#f6a81c"/>
      <path d="M166 140c6-20 16-36 28-46" fill="none" stroke="#ffd477" stroke-width="4" stroke-linecap="round"/>
      <path d="M201 83c0-8 4-14 12-16" fill="none" stroke="#3f7d3b" stroke-width="6" stroke-linecap="round"/>`,
  },
}
