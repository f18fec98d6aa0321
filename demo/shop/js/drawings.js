/**
 * The lamps, drawn. Each drawing is 240 × 240; what shines is in `.light` and takes its colour from `--light`.
 * Gradient ids are numbered, since several drawings share a page.
 */
let drawn = 0;

const glow = (id) => `
  <radialGradient id="${id}g"><stop stop-color="var(--light)" stop-opacity=".85"/>
    <stop offset=".45" stop-color="var(--light)" stop-opacity=".32"/><stop offset="1" stop-color="var(--light)" stop-opacity="0"/></radialGradient>
  <radialGradient id="${id}b" cx=".45" cy=".4"><stop stop-color="#fffdf6"/>
    <stop offset=".6" stop-color="var(--light)"/><stop offset="1" stop-color="var(--light)"/></radialGradient>
  <radialGradient id="${id}d" cx=".22" cy=".6" r=".75"><stop stop-color="#fffdf6"/>
    <stop offset=".55" stop-color="var(--light)"/><stop offset="1" stop-color="var(--light)"/></radialGradient>
  <linearGradient id="${id}c" x2="0" y2="1"><stop stop-color="#6d7796" stop-opacity="0"/><stop offset=".6" stop-color="#6d7796"/></linearGradient>
  <linearGradient id="${id}s" x2="1" y2=".25"><stop stop-color="#f0673f"/><stop offset="1" stop-color="#c23c1f"/></linearGradient>
  <linearGradient id="${id}n" x2="1"><stop stop-color="#3c4a86"/><stop offset="1" stop-color="#27325f"/></linearGradient>
  <linearGradient id="${id}m" x2="1" y2="1"><stop stop-color="#8fa382"/><stop offset="1" stop-color="#5b7052"/></linearGradient>
  <linearGradient id="${id}w" x2="1" y2="1"><stop stop-color="#ffffff"/><stop offset="1" stop-color="#d9d5cb"/></linearGradient>`;

const DRAWINGS = {
  dal: (id) => `
    <rect x="118.5" y="-70" width="3" height="124" fill="url(#${id}c)"/>
    <g class="light"><circle cx="120" cy="134" r="118" fill="url(#${id}g)"/></g>
    <circle cx="120" cy="134" r="66" fill="#efe9dc"/>
    <g class="light"><circle cx="120" cy="134" r="66" fill="url(#${id}d)"/></g>
    <clipPath id="${id}k"><circle cx="120" cy="134" r="66"/></clipPath>
    <circle cx="162" cy="120" r="66" fill="url(#${id}s)" clip-path="url(#${id}k)"/>
    <path d="M108 66h24v-8a6 6 0 0 0-6-6h-12a6 6 0 0 0-6 6z" fill="#2a3358"/>`,
  gyeol: (id) => `
    <rect x="117" y="-70" width="6" height="134" fill="url(#${id}c)"/>
    <g class="light"><ellipse cx="120" cy="120" rx="130" ry="96" fill="url(#${id}g)"/></g>
    <ellipse cx="120" cy="74" rx="52" ry="15" fill="url(#${id}n)"/>
    <g class="light"><ellipse cx="120" cy="86" rx="46" ry="12" fill="url(#${id}b)"/></g>
    <ellipse cx="120" cy="101" rx="80" ry="20" fill="url(#${id}w)" stroke="#b9b3a4" stroke-width=".8"/>
    <g class="light"><ellipse cx="120" cy="116" rx="70" ry="15" fill="url(#${id}b)"/></g>
    <ellipse cx="120" cy="135" rx="108" ry="25" fill="url(#${id}s)"/>
    <g class="light"><ellipse cx="120" cy="146" rx="92" ry="15" fill="url(#${id}b)"/></g>`,
  sotdae: (id) => `
    <g class="light"><circle cx="126" cy="76" r="98" fill="url(#${id}g)"/></g>
    <path d="M118 70V226" stroke="#2a3358" stroke-width="5" stroke-linecap="round"/>
    <ellipse cx="118" cy="228" rx="40" ry="7" fill="#2a3358"/>
    <circle cx="122" cy="66" r="21" fill="#efe9dc"/>
    <g class="light"><circle cx="122" cy="66" r="21" fill="url(#${id}b)"/></g>
    <path d="M42 62C64 30 118 14 168 34l34-10-20 26c-8 8-20 12-32 10-34-6-70-8-108 2z" fill="url(#${id}m)"/>
    <circle cx="176" cy="37" r="2.6" fill="#1b2340"/>`,
  nari: (id) => `
    <g class="light"><path d="M58 110 20 222h180l-34-108z" fill="url(#${id}g)"/><ellipse cx="112" cy="132" rx="92" ry="86" fill="url(#${id}g)"/></g>
    <path d="M190 220c10-70 4-150-58-164" fill="none" stroke="#2a3358" stroke-width="5" stroke-linecap="round"/>
    <ellipse cx="190" cy="222" rx="40" ry="7" fill="#2a3358"/>
    <path d="M118 46c10-4 24-2 28 6 6 28 16 46 36 60H44c32-14 60-34 74-66z" fill="url(#${id}s)"/>
    <ellipse cx="113" cy="112" rx="69" ry="10" fill="#efe9dc"/>
    <g class="light"><ellipse cx="113" cy="112" rx="69" ry="10" fill="url(#${id}b)"/></g>`,
  gaji: (id) => `
    <g class="light"><circle cx="72" cy="92" r="78" fill="url(#${id}g)"/><circle cx="164" cy="138" r="84" fill="url(#${id}g)"/></g>
    <rect x="108" y="150" width="26" height="82" rx="13" fill="url(#${id}n)"/>
    <path d="M121 190C121 130 116 112 74 96M121 176c4-24 16-34 42-40" fill="none" stroke="#2a3358" stroke-width="5" stroke-linecap="round"/>
    <circle cx="68" cy="86" r="28" fill="#efe9dc"/><circle cx="170" cy="134" r="36" fill="#efe9dc"/>
    <g class="light"><circle cx="68" cy="86" r="28" fill="url(#${id}b)"/><circle cx="170" cy="134" r="36" fill="url(#${id}b)"/></g>
    <path d="M40 86a28 28 0 0 1 56 0z" fill="url(#${id}m)"/><path d="M134 134a36 36 0 0 1 72 0z" fill="url(#${id}m)"/>`,
  dol: (id) => `
    <g class="light"><ellipse cx="120" cy="124" rx="118" ry="96" fill="url(#${id}g)"/></g>
    <ellipse cx="122" cy="214" rx="76" ry="8" fill="#0b1020" opacity=".18"/>
    <path d="M44 168c0-38 40-62 84-62s72 26 72 60-34 48-82 48-74-14-74-46z" fill="url(#${id}n)"/>
    <path d="M66 138c12-34 50-46 76-40 26 6 42 22 38 38-3 12-30 14-58 14s-60-2-56-12z" fill="#efe9dc"/>
    <g class="light"><path d="M66 138c12-34 50-46 76-40 26 6 42 22 38 38-3 12-30 14-58 14s-60-2-56-12z" fill="url(#${id}b)"/></g>`,
};

/** The drawing of a lamp as SVG text; it is decoration, the text beside it says what it is. */
export const drawLamp = (model) => {
  const id = `lamp${++drawn}`;
  const draw = DRAWINGS[model] ?? DRAWINGS.dal;
  return `<svg viewBox="0 0 240 240" aria-hidden="true" focusable="false"><defs>${glow(id)}</defs>${draw(id)}</svg>`;
};
