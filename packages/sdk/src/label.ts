import {
  LABEL_FRAGMENT,
  LABEL_KEY,
  type Explanation,
  type LabelHost,
  type Labelling,
} from '@wayfelt/protocol';
import type { Inside } from './inside.js';

/** The token with which this tab labels pages, taken out of the address when it stands there. */
export const labelToken = ({ waking }: Inside): string | undefined => {
  try {
    const { hash, pathname, search } = location;
    if (hash.startsWith(`#${LABEL_FRAGMENT}`)) {
      sessionStorage[LABEL_KEY] = decodeURIComponent(hash.slice(LABEL_FRAGMENT.length + 1));
      // The next page view of this tab goes on labelling.
      localStorage[waking] ??= LABEL_KEY;
      // A token in the address would be sent on with every link that someone copies.
      history.replaceState(history.state, '', pathname + search);
    }
    return sessionStorage[LABEL_KEY] || undefined;
  } catch {
    return undefined; // storage is refused: labelling needs it
  }
};

export const startLabelling = async (
  inside: Inside,
  {
    token,
    looking,
    explain,
  }: { token: string; looking: Set<() => void>; explain(): Promise<Explanation> },
): Promise<Labelling> => {
  const { options, locale, load, setSettings } = inside;
  /** What visitors get; this page goes back to it when nobody labels it any more. */
  let live = inside.settings();
  let isDrafted = false;
  // Whoever labels is no visitor.
  inside.isMuted = true;
  const { start } = await load('labeller');
  const host: LabelHost = {
    site: options.site,
    collector: options.collector,
    token,
    locale: locale(),
    explain,
    async preview({ touchpoint, stage }) {
      const asking = await inside.open('asking');
      await asking?.preview(touchpoint, stage);
    },
    use(draft) {
      if (!isDrafted) live = inside.settings();
      isDrafted = true;
      // The collector's answer may come late; it must not take the place of the draft.
      inside.setSettings = (settings) => {
        live = settings;
      };
      setSettings(draft);
    },
    onLook(listener) {
      looking.add(listener);
      return () => {
        looking.delete(listener);
      };
    },
    leave() {
      delete sessionStorage[LABEL_KEY];
      if (localStorage[inside.waking] === LABEL_KEY) delete localStorage[inside.waking];
      inside.setSettings = setSettings;
      if (isDrafted) setSettings(live);
      inside.isMuted = false;
    },
  };
  if (options.nonce) host.nonce = options.nonce;
  return start(host);
};
