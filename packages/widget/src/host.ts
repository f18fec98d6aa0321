import css from './style.css?inline';

/** Where the question lives: one element, one open shadow root, one style sheet. */
export interface Host {
  element: HTMLElement;
  /** What is drawn into. */
  root: ShadowRoot;
  /** The first rule's declarations: custom properties are set here, so that no style attribute is needed. */
  style: CSSStyleDeclaration | undefined;
  /** Out of the page, and out of the way of its changes. */
  remove(): void;
}

/**
 * Overlays hang on `<html>`, beside the body: a body that is replaced, transformed or hidden does not reach
 * them, and the top layer lifts them above any `z-index`. `into` is the element to live in instead.
 */
export function createHost(overlay: boolean, nonce = '', into?: HTMLElement): Host {
  const element = into ?? document.createElement('wayfelt-question');
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const attach = () => {
    if (into || element.isConnected) return;
    (overlay ? document.documentElement : document.body).append(element);
    if (overlay) raise(element);
  };
  attach();
  const style = addStyle(root, nonce);
  const observer = new MutationObserver(attach);
  observer.observe(document.documentElement, { childList: true });
  // A page that writes a new document replaces <html> itself.
  observer.observe(document, { childList: true });
  return {
    element,
    root,
    style,
    remove() {
      observer.disconnect();
      if (into) root.replaceChildren();
      else element.remove();
    },
  };
}

/** Where popovers are unknown, the style sheet's `z-index` has to do. */
function raise(element: HTMLElement): void {
  try {
    element.popover = 'manual';
    element.showPopover();
  } catch {
    // fixed position and the highest z-index remain
  }
}

/** A constructed sheet needs no permission of the page's policy; where there is none, a `<style>` with the nonce. */
function addStyle(root: ShadowRoot, nonce: string): CSSStyleDeclaration | undefined {
  let sheet: CSSStyleSheet | null;
  try {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    root.append(style);
    sheet = style.sheet;
  }
  const first = sheet?.cssRules[0];
  return first && 'style' in first ? (first.style as CSSStyleDeclaration) : undefined;
}
