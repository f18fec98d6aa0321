import css from './style.css?inline';

/** Where the question lives: one element, one open shadow root, one style sheet. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Sets a custom property in the style sheet, so that no style attribute is needed. */
  setProperty(name: string, value: string): void;
  addStyle(css: string): void;
  /** Out of the page, and out of the way of its changes. */
  remove(): void;
}

/**
 * Overlays hang on `<html>`, beside the body: a body that is replaced, transformed or hidden does not reach
 * them, and the top layer lifts them above any `z-index`. `into` is the element to stand in instead.
 * `changed` is told when the page's root element changes: its classes may mean another theme.
 */
export function createHost(
  overlay: boolean,
  nonce: string | undefined,
  into: HTMLElement | undefined,
  changed: () => void,
): Host {
  const element = document.createElement('wayfelt-question');
  const root = element.attachShadow({ mode: 'open' });
  const attach = () => {
    if (element.isConnected) return;
    const inPage = into ?? document.body;
    (overlay ? document.documentElement : inPage).append(element);
    if (!overlay) return;
    // Where popovers are unknown, the style sheet's z-index has to do.
    element.popover = 'manual';
    element.showPopover?.();
  };
  const addStyle = (css: string) => addSheet(root, css, nonce);
  attach();
  const rule = addStyle(css)?.cssRules[0];
  const observer = new MutationObserver(() => {
    attach();
    changed();
  });
  observer.observe(document.documentElement, { attributes: true, childList: true });
  // A page that writes a new document replaces <html> itself.
  observer.observe(document, { childList: true });
  return {
    element,
    root,
    addStyle,
    setProperty: (name, value) =>
      rule instanceof CSSStyleRule && rule.style.setProperty('--' + name, value, 'important'),
    remove() {
      observer.disconnect();
      element.remove();
    },
  };
}

/** A constructed sheet needs no permission of the page's policy; where there is none, a `<style>` with the nonce. */
function addSheet(root: ShadowRoot, css: string, nonce = ''): CSSStyleSheet | null {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return sheet;
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
    return style.sheet;
  }
}
