/** Small pictures beside texts: the four moves of the installation, and the map of the delivery. */
const LINE =
  'stroke="currentColor" stroke-width="4" fill="none" stroke-linecap="round" stroke-linejoin="round"';

/** Width, height, and what is drawn. */
const PICTURES = {
  fuse: [
    260,
    170,
    `
    <rect x="88" y="25" width="84" height="120" rx="12" ${LINE}/>
    <path d="M130 55v34" ${LINE}/>
    <circle cx="130" cy="98" r="13" fill="#e2512f"/>
    <path d="M108 128h44" ${LINE}/>`,
  ],
  plate: [
    260,
    170,
    `
    <path d="M20 34h220" ${LINE}/>
    <rect x="80" y="44" width="100" height="20" rx="10" fill="#7289c9"/>
    <path d="M100 74v26m60-26v26m-66 0h12m48 0h12" ${LINE}/>
    <path d="M130 152v-38m-12 12 12-12 12 12" ${LINE} style="stroke:#e2512f"/>`,
  ],
  connector: [
    260,
    170,
    `
    <path d="M30 85h62m76 0h62" ${LINE}/>
    <rect x="84" y="63" width="42" height="44" rx="9" fill="#7289c9"/>
    <path d="M140 66h26v38h-26" ${LINE}/>
    <path d="M126 76h12m-12 18h12" ${LINE} style="stroke:#ffb44f"/>`,
  ],
  hang: [
    260,
    170,
    `
    <path d="M20 22h220M130 22v40" ${LINE}/>
    <circle cx="130" cy="104" r="62" fill="#ffcf8a" opacity=".35"/>
    <circle cx="130" cy="104" r="40" fill="#ffcf8a"/>
    <path d="M140 65a40 40 0 0 1 0 78 40 40 0 0 1 0-78z" fill="#e2512f"/>`,
  ],
  map: [
    420,
    260,
    `
    <path d="M-10 190C80 150 120 230 210 180S340 90 440 110" fill="none" stroke="#8fb8d8" stroke-width="26" opacity=".55"/>
    <g stroke="currentColor" opacity=".16" stroke-width="9" fill="none">
    <path d="M40-10 80 270M150-10 190 270M270-10 300 270M370-10 400 270M-10 60 430 30M-10 130 430 96M-10 240 430 214"/></g>
    <path d="M60 254 74 124 172 116 161 50 284 40" fill="none" stroke="#e2512f" stroke-width="5" stroke-dasharray="2 11" stroke-linecap="round"/>
    <path d="M60 254 74 124 172 116" fill="none" stroke="#e2512f" stroke-width="6" stroke-linecap="round"/>
    <g transform="translate(172 116)">
    <circle r="17" fill="#ffb44f"/>
    <path d="M-9-5H3V5H-9zM3-2h4l3 3v4H3z" fill="#1d2850"/></g>
    <g transform="translate(284 40)">
    <path d="M0-16-15-3v17h30V-3z" fill="#e2512f"/>
    <rect x="-5" y="2" width="10" height="12" fill="#ffb44f"/></g>`,
  ],
};

class Drawing extends HTMLElement {
  connectedCallback() {
    const [width, height, inside] = PICTURES[this.getAttribute('name')] ?? PICTURES.map;
    this.innerHTML = `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${inside}</svg>`;
  }
}

customElements.define('onbit-drawing', Drawing);
