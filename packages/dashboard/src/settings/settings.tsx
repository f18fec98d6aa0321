import type { JSX } from 'preact';
import { useDashboard } from '../state.js';

/** What a team decides about its site. */
export const Settings = (): JSX.Element => (
  <h1>{useDashboard().texts.value.shell.screens.settings}</h1>
);
