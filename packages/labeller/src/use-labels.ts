import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { LabelHost } from '@wayfelt/protocol';
import type { Labels, LabelState, Work } from './labels.js';
import type { Texts } from './texts/en.js';

/** Everything that the parts of the panel share. */
export interface Around {
  host: LabelHost;
  labels: Labels;
  texts: Texts;
  language: 'en' | 'ko';
  /** The labeller's own element, which is never picked or outlined. */
  shell: Element;
}

export const AroundContext = createContext<Around | undefined>(undefined);

export const useAround = (): Around => {
  const around = useContext(AroundContext);
  if (!around) throw new Error('useAround is called outside of the labeller.');
  return around;
};

/** The labels' state; draws again when it changes. */
export const useLabels = (): LabelState => {
  const { labels } = useAround();
  const [state, setState] = useState(labels.state());
  useEffect(() => {
    const follow = () => setState(labels.state());
    // What changed between the drawing and now.
    follow();
    return labels.subscribe(follow);
  }, [labels]);
  return state;
};

/** The settings as they are edited. Only where there are any: inside the ready panel. */
export const useWork = (): Work => {
  const { work } = useLabels();
  if (!work) throw new Error('useWork is called before the settings are there.');
  return work;
};
