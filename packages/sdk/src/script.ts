// The script tag's entry: reads the tag's attributes, starts, replays what was called before, and is `window.wayfelt`.
import type { Load } from './inside.js';
import { connect } from './wayfelt.js';

/** What a call made before this file arrived left behind: verb, arguments, and who waits for the result. */
type Early = [verb: string, args: unknown[], resolve: (result: unknown) => void];
interface Stub {
  q?: Early[];
  rate?: unknown;
}

const host = window as unknown as { wayfelt?: Stub };
const early = host.wayfelt;
const { dataset, src } = document.currentScript as HTMLScriptElement;
const folder = src.replace(/\/[^/]*$/, '');

// Included twice, or started by the module already: the first one stays.
if (!early?.rate || early.q) {
  const inline = document.getElementById('wayfelt-settings')?.textContent;
  const { wayfelt, start } = connect(
    {
      // What is missing here the collector refuses with a reason.
      ...(dataset as { site: string }),
      collector: (dataset['collector'] ?? folder).replace(/\/$/, ''),
      settings: inline,
    },
    ((part) => import(`${folder}/wayfelt-${part}.js`)) as Load,
  );
  host.wayfelt = wayfelt as Stub;
  const verbs = wayfelt as unknown as Record<string, (...args: unknown[]) => unknown>;
  early?.q?.map(([verb, args, resolve]) => resolve(verbs[verb]?.(...args)));
  start();
}
