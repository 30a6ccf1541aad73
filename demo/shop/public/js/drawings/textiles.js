/** Chalina, chullo, manta. */
export const TEXTILES = {
  "chalina-de-alpaca": {
    background: "#e4e9f4",
    shapes: `
      <path d="M62 58c0-18 26-26 58-26s58 8 58 26-26 26-58 26-58-8-58-26z" fill="#7b3b57"/>
      <path d="M80 57c0-9 18-13 40-13s40 4 40 13-18 13-40 13-40-4-40-13z" fill="#5c2a40"/>
      <path d="M124 78l38-8 12 74-36 6z" fill="#8f4866"/>
      <path d="M78 70l40 10-6 72-38-2z" fill="#a3587a"/>
      <g stroke="#f0d9a8" stroke-width="5"><path d="M76 124l38 2M76 134l37 2M136 128l36-6M138 138l36-6"/></g>
      <g stroke="#a3587a" stroke-width="4" stroke-linecap="round"><path d="M77 150v10M86 151v10M95 151v10M104 152v9"/></g>
      <g stroke="#8f4866" stroke-width="4" stroke-linecap="round"><path d="M141 149l1 10M150 148l1 10M159 146l1 10M168 145l2 9"/></g>
      <path d="M70 50c12-10 30-13 50-13" fill="none" stroke="#a3587a" stroke-width="5" stroke-linecap="round"/>`,
  },
  "chullo-cusqueno": {
    background: "#fce8dc",
    shapes: `
      <circle cx="120" cy="26" r="9" fill="#f2b632"/>
      <path d="M72 104c0-44 20-70 48-70s48 26 48 70z" fill="#c22b4f"/>
      <path d="M72 104c-4 22 2 36 14 48 8-10 12-26 10-48z" fill="#a31d46"/>
      <path d="M168 104c4 22-2 36-14 48-8-10-12-26-10-48z" fill="#a31d46"/>
      <path d="M71 96h98v14H71z" fill="#f2b632"/>
      <path d="M76 76h88l3 12H73z" fill="#1f6f6b"/>
      <path d="M77 84l8-6 8 6 8-6 8 6 8-6 8 6 8-6 8 6 8-6 8 6 8-6" fill="none" stroke="#fbf1d8" stroke-width="3"/>
      <g fill="#fbf1d8"><path d="M100 56l6 6-6 6-6-6zM120 56l6 6-6 6-6-6zM140 56l6 6-6 6-6-6z"/></g>
      <g stroke="#f2b632" stroke-width="4" stroke-linecap="round"><path d="M86 150v12M154 150v12"/></g>
      <circle cx="86" cy="164" r="6" fill="#1f6f6b"/><circle cx="154" cy="164" r="6" fill="#1f6f6b"/>`,
  },
  "manta-ayacuchana": {
    background: "#e3f0ec",
    shapes: `
      <g transform="translate(0 4)">
      <path d="M60 44h120v96H60z" fill="#8f1f3f"/>
      <g fill="#f2b632"><path d="M60 54h120v8H60zM60 122h120v8H60z"/></g>
      <g fill="#1d5c73"><path d="M60 68h120v10H60zM60 106h120v10H60z"/></g>
      <g fill="#f7ecd2"><path d="M75 92l12-10 12 10-12 10zM108 92l12-10 12 10-12 10zM141 92l12-10 12 10-12 10z"/></g>
      <g fill="#8f1f3f"><path d="M82 92l5-4 5 4-5 4zM115 92l5-4 5 4-5 4zM148 92l5-4 5 4-5 4z"/></g>
      <g fill="none" stroke="#f7ecd2" stroke-width="2"><path d="M62 73h116M62 111h116" stroke-dasharray="5 5"/></g>
      <g stroke="#8f1f3f" stroke-width="3" stroke-linecap="round"><path d="M64 140v9M72 140v9M80 140v9M88 140v9M96 140v9M104 140v9M112 140v9M120 140v9M128 140v9M136 140v9M144 140v9M152 140v9M160 140v9M168 140v9M176 140v9"/></g>
      <path d="M180 44l-26 0 26 26z" fill="#b5476a"/></g>`,
  },
}
