import type { SiteSettings } from '@wayfelt/protocol';
import type { Sentence } from '@wayfelt/report';
import { stageName, touchpointName } from './names.js';
import type { Dashboard } from './state.js';
import type { Names } from './texts/en/sentences.js';

/** A sentence of the report in the reader's language. */
export const say = (sentence: Sentence, dashboard: Dashboard, settings: SiteSettings): string => {
  // Each code's function takes exactly that code's sentence; the mapped type cannot say so across a union.
  const speak = dashboard.texts.value.sentences[sentence.code] as (
    said: Sentence,
    names: Names,
  ) => string;
  return speak(sentence, namesFor(sentence, dashboard, settings));
};

/** Where a sentence leads: its touchpoint, or the touchpoints of its stage. */
export const placeOf = (sentence: Sentence): { stage?: string; touchpoint?: string } => ({
  ...('stage' in sentence && sentence.stage ? { stage: sentence.stage } : {}),
  ...('touchpoint' in sentence && sentence.touchpoint ? { touchpoint: sentence.touchpoint } : {}),
});

const namesFor = (
  sentence: Sentence,
  { texts, formats, language }: Dashboard,
  settings: SiteSettings,
): Names => {
  const { stage, touchpoint } = placeOf(sentence);
  const { shell, outcomes, sentences } = texts.value;
  const devices: { [id: string]: string } = shell.devices;
  const outcomeNames: { [id: string]: string } = { ...outcomes.names, ...outcomes.ratioOf };
  const moments: { [id: string]: string } = outcomes.momentOutcome;
  const stageOf = (id: string): string => stageName(id, texts.value, language.value, settings);
  return {
    place: touchpoint
      ? touchpointName(touchpoint, language.value, settings)
      : stage
        ? stageOf(stage)
        : sentences.whole,
    count: formats.value.count,
    percent: (hundredths) => formats.value.percent(hundredths / 100),
    ratio: formats.value.ratio,
    day: formats.value.day,
    outcome: (id) => outcomeNames[id] ?? id,
    told: (id) => moments[id] ?? outcomeNames[id] ?? id,
    value: (by, value) => {
      if (by === 'device') return devices[value] ?? value;
      if (by === 'source') return shell.sources[value] ?? value;
      if (by === 'dwell') return texts.value.answering.dwells[value] ?? value;
      return by === 'stage' ? stageOf(value) : value;
    },
  };
};
