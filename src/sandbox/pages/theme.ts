/** Colours and basics of both pages, for light and dark. */
export const THEME = `
:root{color-scheme:light dark;--bg:#f4f5f7;--card:#fff;--ink:#1b1f24;--soft:#5b6570;--line:#dfe3e8;
--brand:#b8860b;--brand-bg:#ffc400;--brand-ink:#221a00;--ok:#0b6b3a;--ok-bg:#d9f2e3;--warn:#7a4b00;--warn-bg:#ffeccb;
--bad:#9b1c1c;--bad-bg:#fde2e2;--mute:#47515c;--mute-bg:#e6e9ed;--info:#12508f;--info-bg:#dcebfb}
@media (prefers-color-scheme:dark){:root{--bg:#12151a;--card:#1b2027;--ink:#eef1f4;--soft:#a3adb8;--line:#313944;
--brand:#ffd34d;--ok:#7fe0ab;--ok-bg:#123a26;--warn:#ffcf80;--warn-bg:#43300e;--bad:#ffa8a8;--bad-bg:#4a1d1d;
--mute:#c0c8d1;--mute-bg:#2c343e;--info:#9fcbf7;--info-bg:#16324f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
h1,h2,p{margin:0}
a{color:inherit}
button{font:inherit;cursor:pointer;border:1px solid var(--line);background:var(--card);color:var(--ink);
border-radius:8px;padding:7px 12px;min-height:38px}
button:hover:not(:disabled){border-color:var(--soft)}
button:disabled{opacity:.45;cursor:default}
button.main{background:var(--brand-bg);border-color:var(--brand-bg);color:var(--brand-ink);font-weight:600}
:focus-visible{outline:2px solid var(--info);outline-offset:2px}
.mono{font-variant-numeric:tabular-nums}
.badge{display:inline-block;border-radius:999px;padding:2px 10px;font-size:13px;font-weight:600;white-space:nowrap}
.ok{background:var(--ok-bg);color:var(--ok)}.warn{background:var(--warn-bg);color:var(--warn)}
.bad{background:var(--bad-bg);color:var(--bad)}.mute{background:var(--mute-bg);color:var(--mute)}
.info{background:var(--info-bg);color:var(--info)}
`
