import type { Core } from '@wayfelt/core';
import type { WayfeltError, WayfeltOptions } from './types.js';

/** Files that are downloaded only where they are needed. */
export interface Parts {
  asking: typeof import('./asking.js');
  more: typeof import('./more.js');
  widget: typeof import('@wayfelt/widget');
}
export type Load = <P extends keyof Parts>(part: P) => Promise<Parts[P]>;

/** What the lazily loaded files are given of the rest. */
export interface Inside {
  core: Core;
  options: WayfeltOptions;
  load: Load;
  fail(code: string, cause?: unknown): void;
  emitError(error: WayfeltError): void;
  /** Runs what the browser calls, and takes care of what it throws. */
  guard<T>(run: () => T): T | undefined;
}
