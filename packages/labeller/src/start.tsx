import { render } from 'preact';
import type { LabelHost, Labelling } from '@wayfelt/protocol';
import { createLabels } from './labels.js';
import { Panel } from './panel.js';
import { createShell } from './shell.js';
import { texts as en } from './texts/en.js';
import { texts as ko } from './texts/ko.js';
import { AroundContext, type Around } from './use-labels.js';

/** Opens the overlay on this page. Changes nothing of the page itself, and records nothing. */
export const start = (host: LabelHost): Labelling => {
  const { element: shell, root, remove } = createShell(host.nonce);
  const labels = createLabels(host, tabStorage());
  const language = host.locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  shell.lang = language;
  const around: Around = { host, labels, texts: language === 'ko' ? ko : en, language, shell };
  const stopLooking = host.onLook(() => void labels.look());
  const stop = () => {
    stopLooking();
    render(null, root);
    remove();
  };
  const leave = () => {
    stop();
    host.leave();
  };
  render(
    <AroundContext.Provider value={around}>
      <Panel onLeave={leave} />
    </AroundContext.Provider>,
    root,
  );
  void labels.load();
  return { stop };
};

const tabStorage = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    // The page's policy or the visitor's settings refuse it.
    return undefined;
  }
};
