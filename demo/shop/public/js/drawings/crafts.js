/** Torito, taza, mate burilado, retablo. */
export const CRAFTS = {
  "torito-de-pucara": {
    background: "#dfeaf5",
    shapes: `
      <path d="M70 92c2-22 22-30 50-28 20 1 40 4 48 20 6 14 4 30 2 42l2 26h-20l-2-20h-44l-3 20H83l-1-28c-10-8-13-20-12-32z" fill="#b5532d"/>
      <path d="M60 66c-10 6-12 26-4 38 6 9 20 10 28 2 8-9 8-30-2-38-7-5-15-6-22-2z" fill="#c96a3c"/>
      <path d="M58 66c-10-4-14-12-12-20 8 0 15 6 18 16zM80 64c6-8 8-16 4-22-8 3-12 10-12 20z" fill="#f3e6cd"/>
      <circle cx="64" cy="82" r="4" fill="#2b1a12"/><circle cx="78" cy="80" r="4" fill="#2b1a12"/>
      <ellipse cx="69" cy="99" rx="10" ry="7" fill="#8a3a1b"/><circle cx="65" cy="98" r="1.8" fill="#2b1a12"/><circle cx="73" cy="98" r="1.8" fill="#2b1a12"/>
      <g fill="none" stroke="#f7ecd2" stroke-width="3.5"><path d="M132 98a12 12 0 1 1-12-12M126 98a6 6 0 1 0-6 6"/></g>
      <path d="M92 74c4 20 2 34-4 46" fill="none" stroke="#f2b632" stroke-width="6"/>
      <g fill="#1f6f6b"><circle cx="150" cy="86" r="5"/><circle cx="156" cy="104" r="5"/><circle cx="148" cy="120" r="5"/></g>
      <path d="M116 62c0-8 6-12 14-10l-2 13z" fill="#8a3a1b"/>
      <path d="M170 94c12 2 16 14 12 28" fill="none" stroke="#b5532d" stroke-width="6" stroke-linecap="round"/>`,
  },
  "taza-de-chulucanas": {
    background: "#f6ead9",
    shapes: `
      <path d="M156 82c24-6 36 8 32 24-4 18-22 26-38 24" fill="none" stroke="#3b2a22" stroke-width="11"/>
      <path d="M68 66h92v50c0 24-14 38-46 38s-46-14-46-38z" fill="#4a352b"/>
      <ellipse cx="114" cy="66" rx="46" ry="10" fill="#2b1d16"/>
      <ellipse cx="114" cy="68" rx="38" ry="6" fill="#6d3f22"/>
      <g fill="none" stroke="#e9cda0" stroke-width="4"><path d="M70 92c14-10 14 10 28 0s14 10 28 0 14 10 33-1"/></g>
      <g fill="#e9cda0"><circle cx="84" cy="112" r="4"/><circle cx="104" cy="112" r="4"/><circle cx="124" cy="112" r="4"/><circle cx="144" cy="112" r="4"/></g>
      <path d="M72 128h84" stroke="#c46d33" stroke-width="5"/>
      <g fill="none" stroke="#b79f88" stroke-width="4" stroke-linecap="round"><path d="M100 46c-6-8 6-12 0-20M124 46c-6-8 6-12 0-20"/></g>`,
  },
  "mate-burilado": {
    background: "#e8e6f3",
    shapes: `
      <path d="M120 38c10 0 14 8 14 18 26 6 44 24 44 50 0 30-26 48-58 48s-58-18-58-48c0-26 18-44 44-50 0-10 4-18 14-18z" fill="#d9a04f"/>
      <path d="M118 40c-2-10 2-16 12-18" fill="none" stroke="#7d5324" stroke-width="6" stroke-linecap="round"/>
      <g fill="none" stroke="#6b3d16" stroke-width="3"><path d="M71 84c30 8 68 8 98 0M64 122c34 12 78 12 112 0"/><path d="M74 134c28 9 64 9 92 0"/></g>
      <g fill="#6b3d16"><path d="M92 118V104l8-8 8 8v14zM132 118v-14l8-8 8 8v14z"/><circle cx="120" cy="98" r="5"/><path d="M114 120l6-18 6 18z"/><path d="M78 114c0-8 3-12 6-14 3 4 4 8 2 14zM156 114c-1-7 0-11 4-14 3 4 5 8 4 14z"/></g>
      <path d="M80 78l8-6 8 6 8-6 8 6 8-6 8 6 8-6 8 6 8-6 8 6" fill="none" stroke="#6b3d16" stroke-width="3"/>
      <path d="M84 96c4-16 14-26 26-30" fill="none" stroke="#f4cf8d" stroke-width="5" stroke-linecap="round" opacity=".7"/>`,
  },
  "retablo-de-navidad": {
    background: "#fdebd0",
    shapes: `
      <path d="M80 56l40-30 40 30z" fill="#c22b4f"/>
      <path d="M80 56h80v96H80z" fill="#f7ecd2"/>
      <path d="M80 56L44 68v90l36-6zM160 56l36 12v90l-36-6z" fill="#1d6f8a"/>
      <g fill="#f2b632"><circle cx="62" cy="90" r="7"/><circle cx="178" cy="90" r="7"/><circle cx="62" cy="132" r="7"/><circle cx="178" cy="132" r="7"/><circle cx="120" cy="45" r="6"/></g>
      <g fill="#c22b4f"><circle cx="62" cy="111" r="6"/><circle cx="178" cy="111" r="6"/></g>
      <g fill="none" stroke="#f7ecd2" stroke-width="2.5"><path d="M50 74l24-7M50 152l24-3M166 67l24 7M166 149l24 3"/></g>
      <path d="M86 62h68v38H86z" fill="#24364f"/><path d="M86 108h68v38H86z" fill="#5a7d3c"/>
      <path d="M120 66l3 7 8 1-6 5 2 8-7-4-7 4 2-8-6-5 8-1z" fill="#f6c344"/>
      <g fill="#f3d3ae"><circle cx="102" cy="120" r="5"/><circle cx="138" cy="120" r="5"/><circle cx="120" cy="132" r="4"/></g>
      <path d="M95 146c0-14 3-20 7-20s7 6 7 20z" fill="#c22b4f"/><path d="M131 146c0-14 3-20 7-20s7 6 7 20z" fill="#7a4a9c"/>
      <path d="M110 144c2-8 18-8 20 0z" fill="#f2b632"/>
      <path d="M76 152h88v6H76z" fill="#8a4521"/>`,
  },
}
