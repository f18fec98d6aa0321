import { isLevel, levelId, type SiteSettings } from '@wayfelt/protocol';
import type { Table } from '../charts/chart.js';
import type { Voice } from '@wayfelt/protocol';
import { namesIn } from '../names.js';
import type { Dashboard } from '../state.js';

/** Comments as rows; times as ISO 8601, so that programs can read them. */
export const voiceTable = (
  voices: readonly Voice[],
  { texts, language }: Dashboard,
  settings: SiteSettings,
): Table => {
  const names = namesIn(texts.value, language.value, settings);
  const { shell, voices: said, words } = texts.value;
  return {
    head: [
      said.when,
      shell.level,
      shell.filter.stage,
      shell.filter.touchpoint,
      shell.filter.standing,
      said.comment,
      said.reasons,
      said.tags,
    ],
    rows: voices.map((voice) => [
      new Date(voice.at).toISOString(),
      isLevel(voice.level) ? words[levelId(voice.level)].name : String(voice.level),
      names.stage(voice.stage),
      names.touchpoint(voice.touchpoint),
      voice.standing,
      voice.comment,
      (voice.reasons ?? []).join(' '),
      (voice.tags ?? []).join(' '),
    ]),
  };
};
