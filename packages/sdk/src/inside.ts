import type { Core } from '@wayfelt/core';
import type { WayfeltRecord } from '@wayfelt/protocol';
import type { Outbox } from '@wayfelt/transport';
import type { Wayfelt, WayfeltEvents, WayfeltOptions } from './types.js';

/** Files that are downloaded only where they are needed. */
export interface Files {
  page: typeof import('./page.js');
  asking: typeof import('./asking.js');
  more: typeof import('./more.js');
  courier: typeof import('./courier.js');
  widget: typeof import('@wayfelt/widget');
  element: typeof import('@wayfelt/widget/element');
  labeller: typeof import('@wayfelt/labeller');
}
export type Load = <F extends keyof Files>(file: F) => Promise<Files[F]>;

/** Those of ours: each is opened once, and told when the page may have changed. */
export type Part = 'page' | 'asking' | 'more';
export type Opened = { [P in Part]: ReturnType<Files[P]['open']> };

/** What the lazily loaded parts are given of the rest. */
export interface Inside extends Core {
  options: WayfeltOptions;
  outbox: Outbox<WayfeltRecord>;
  /** Key of the note that opens the page part at the next page view: whom to forget, or that someone labels. */
  waking: string;
  load: Load;
  /** Resolves to nothing where the file cannot be loaded; that was reported then. */
  open<P extends Part>(part: P): Promise<Opened[P] | undefined>;
  emit<E extends keyof WayfeltEvents>(event: E, value: WayfeltEvents[E]): void;
  on: Wayfelt['on'];
}
