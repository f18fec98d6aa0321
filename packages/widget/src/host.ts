import css from './style.css?inline';

/** Where the question lives: one element, one open shadow root, one style sheet. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  addStyle(css: string): unknown;
  /** Sets custom properties in a style sheet of their own, so that no style attribute is needed. */
  setProperties(values: { [name: string]: string }): void;
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
  attach();
  addSheet(root, nonce, css);
  const write = addSheet(root, nonce, '');
  // Never on the page; through it a site's values become declarations, and nothing else.
  const { style } = document.createElement('i');
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
    addStyle: (css) => addSheet(root, nonce, css),
    setProperties(values) {
      for (const name in values) style.setProperty('--' + name, values[name] ?? '', 'important');
      // A new text, since WebKitGTK 2.50 does not see changes to the rules of an adopted sheet.
      write(`:host{${style.cssText}}`);
    },
    remove() {
      observer.disconnect();
      element.remove();
    },
  };
}

/** A constructed sheet needs no permission of the page's policy; where there is none, a `<style>` with the nonce. */
function addSheet(root: ShadowRoot, nonce = '', css: string): (css: string) => void {
  let write: (css: string) => void;
  try {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    write = (css) => sheet.replaceSync(css);
  } catch {
    const style = document.createElement('style');
    style.nonce = nonce;
    root.append(style);
    write = (css) => {
      style.textContent = css;
    };
  }
  write(css);
  return write;
}
