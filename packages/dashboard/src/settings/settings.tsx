import type { JSX } from 'preact';
import type { ScreenProps } from '../app.js';
import { useDashboard } from '../state.js';

/** What a team decides about its site. */
export const Settings = (_: ScreenProps): JSX.Element => (
  <h1>{useDashboard().texts.value.shell.screens.settings}</h1>
);
