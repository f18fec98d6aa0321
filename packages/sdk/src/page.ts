/**
 * What this page has: rules that mean it, touchpoints on it, someone who may be asked. Downloaded where the site has
 * settings or the page has anything of Wayfelt's; the rest of the parts are opened from here.
 */
import { readPage } from '@wayfelt/core/page';
import { LABEL_KEY } from '@wayfelt/protocol';
import type { Inside } from './inside.js';
import { usesConsentMode } from './google-consent.js';

export interface Page {
  /** The page may have changed. */
  look(): void;
  /** Sends the request to be forgotten, if one waits. */
  forget(): Promise<void>;
}

export const open = (inside: Inside): Page => {
  const { guard, waking, outbox, settings, met, meet, options, uuid } = inside;
  const page = readPage(inside);

  /** A visitor who asked to be forgotten without a connection is forgotten at the next chance. */
  const forget = async () => {
    const visitor = localStorage[waking];
    if (!visitor || visitor === LABEL_KEY) return;
    const at = Date.now();
    const kept = await outbox.add(
      { id: uuid(), type: 'forget', at, visitor, standing: 'prospect' },
      { urgent: true },
    );
    if (kept !== 'memory') delete localStorage[waking];
  };
  void guard(forget);

  return {
    forget,
    look() {
      page.look();
      if (options.touchpoint) meet(options.touchpoint);
      const { touchpoints, theme } = settings();
      const asks = touchpoints?.some(({ id, ask }) => ask?.on && met().has(id));
      if (asks || theme?.tab || document.querySelector('wayfelt-rating')) {
        void guard(() => inside.open('asking').then((asking) => asking?.look()));
      }
      if (/[?&#]wayfelt-/.test(location.href) || usesConsentMode() || isLabelled()) {
        void guard(() => inside.open('more').then((more) => more?.look()));
      }
    },
  };
};

const isLabelled = () => {
  try {
    return sessionStorage[LABEL_KEY];
  } catch {
    return undefined; // storage is refused
  }
};
