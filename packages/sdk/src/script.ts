// The script tag's entry: reads the tag's attributes, starts, replays what was called before, and is `window.wayfelt`.
import { connect } from './wayfelt.js';
import type { Load } from './inside.js';

/** What a call made before this file arrived left behind: verb, arguments, and who waits for the result. */
type Early = [verb: string, args: unknown[], resolve: (result: unknown) => void];
interface Stub {
  q?: Early[];
  rate?: unknown;
}

const tag = document.currentScript;
const host = window as unknown as { wayfelt?: Stub };
const early = host.wayfelt;

// Included twice, or started by the module already: the first one stays.
if (tag instanceof HTMLScriptElement && !(early?.rate && !early.q)) {
  const { dataset, src } = tag;
  const load = ((part) => import(new URL(`wayfelt-${part}.js`, src).href)) as Load;
  const inline = document.getElementById('wayfelt-settings')?.textContent;
  const { wayfelt, start } = connect(
    {
      ...dataset,
      site: dataset['site'] ?? '',
      collector: (dataset['collector'] ?? new URL(src).origin).replace(/\/$/, ''),
      consent: dataset['consent'] === 'required' ? 'required' : 'implied',
      settings: inline ? JSON.parse(inline) : undefined,
    },
    load,
  );
  host.wayfelt = wayfelt as Stub;
  const replay = ([verb, args, resolve]: Early) =>
    resolve(
      (wayfelt as unknown as Record<string, (...args: unknown[]) => unknown>)[verb]?.(...args),
    );
  for (const call of early?.q ?? []) replay(call);
  // A page that kept one of the stub's verbs may go on using it.
  if (early?.q) early.q.push = (...calls) => calls.map(replay).length;
  start();
}
