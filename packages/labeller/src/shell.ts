import css from './style.css?inline';

/** The labeller's own place in the page: beside the body, in the top layer, out of reach of the page's styles. */
export const createShell = (nonce: string | undefined) => {
  const element = document.createElement('wayfelt-labeller');
  const root = element.attachShadow({ mode: 'open' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers without constructed sheets need the page's permission, by its nonce.
    const style = document.createElement('style');
    if (nonce) style.nonce = nonce;
    style.textContent = css;
    root.append(style);
  }
  const show = () => {
    document.documentElement.append(element);
    try {
      element.popover = 'manual';
      element.showPopover();
    } catch {
      // Where popovers are unknown, the style sheet's z-index has to do.
    }
  };
  show();
  // An application that builds its whole page anew has thrown the panel away with the rest.
  const missing = new MutationObserver(() => element.isConnected || show());
  missing.observe(document, { childList: true });
  missing.observe(document.documentElement, { childList: true });
  // A page's shortcuts are not meant by somebody who types in here.
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'change', 'click', 'pointerdown'])
    element.addEventListener(type, (event) => event.stopPropagation());
  const remove = () => {
    missing.disconnect();
    element.remove();
  };
  return { element, root, remove };
};
