/** What the visitor is busy with; a question would disturb. Absent: nothing of it. */
export const busyWith = (): 'hidden' | 'typing' | 'fullscreen' | 'dialog' | undefined => {
  if (document.hidden) return 'hidden';
  if (document.fullscreenElement) return 'fullscreen';
  if (isTyping(document.activeElement)) return 'typing';
  return hasDialog() ? 'dialog' : undefined;
};

/** Buttons and boxes have the focus after a click, too; that is not typing. */
const NO_TEXT = /^(button|submit|reset|checkbox|radio|range|color|file|image)$/;

const isTyping = (element: Element | null): boolean => {
  if (element?.shadowRoot?.activeElement) return isTyping(element.shadowRoot.activeElement);
  if (element instanceof HTMLInputElement) return !NO_TEXT.test(element.type);
  // Nobody can look into a frame: it may be the field for a card's number.
  if (element?.matches('textarea,select,iframe')) return true;
  return element instanceof HTMLElement && element.isContentEditable;
};

const hasDialog = (): boolean => {
  for (const dialog of document.querySelectorAll(
    'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]',
  )) {
    if (dialog.getClientRects().length > 0) return true;
  }
  return false;
};
