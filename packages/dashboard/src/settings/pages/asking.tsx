import type { JSX } from 'preact';
import { SCALE_ORDERS, type AskingSettings } from '@wayfelt/protocol';
import { DaysField, NumberField, PercentField, SelectField } from '../fields.js';
import { useDraft, useEditing } from '../use-editor.js';

const DAY_MS = 86_400_000;

/** How asking is rationed over the whole site. */
export const AskingPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { asking } = useDraft();
  const { asking: words } = texts;
  const set = (change: Partial<AskingSettings>) =>
    editor.edit((settings) => ({ ...settings, asking: { ...settings.asking, ...change } }));
  const days = String(Math.round((asking.betweenMs / DAY_MS) * 10) / 10);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <p class="means" role="status">
        {words.means(asking.perVisit, days, asking.perYear)}
      </p>
      <div class="form-grid">
        <NumberField
          label={words.perVisit}
          min={0}
          max={20}
          value={asking.perVisit}
          onChange={(perVisit) => set({ perVisit })}
        />
        <NumberField
          label={words.perYear}
          min={0}
          max={366}
          value={asking.perYear}
          onChange={(perYear) => set({ perYear })}
        />
        <DaysField
          label={words.between}
          value={asking.betweenMs}
          onChange={(betweenMs) => set({ betweenMs })}
        />
        <DaysField
          label={words.same}
          value={asking.sameTouchpointMs}
          onChange={(sameTouchpointMs) => set({ sameTouchpointMs })}
        />
        <DaysField
          label={words.snoozed}
          value={asking.snoozedMs}
          onChange={(snoozedMs) => set({ snoozedMs })}
        />
        <DaysField
          label={words.dismissed}
          value={asking.dismissedMs}
          onChange={(dismissedMs) => set({ dismissedMs })}
        />
        <DaysField
          label={words.ignored}
          value={asking.ignoredMs}
          onChange={(ignoredMs) => set({ ignoredMs })}
        />
        <NumberField
          label={words.quiet}
          min={0}
          max={600}
          step={0.5}
          unit={texts.seconds}
          value={asking.quietMs / 1_000}
          onChange={(seconds) => set({ quietMs: Math.round(seconds * 1_000) })}
        />
        <PercentField
          label={words.sample}
          hint={words.sampleHint}
          value={asking.sample}
          onChange={(sample) => set({ sample })}
        />
        <SelectField
          label={words.order}
          hint={words.orderHint}
          value={asking.order}
          options={SCALE_ORDERS.map((value) => ({ value, text: words.orders[value] }))}
          onChange={(order) => set({ order })}
        />
      </div>
    </>
  );
};
