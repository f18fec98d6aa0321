import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AskRule, TouchpointPlace, TouchpointSettings } from '@wayfelt/protocol';
import { freeId, withTouchpoint } from '@wayfelt/protocol/settings-check';
import { useDashboard } from '../../state.js';
import {
  CheckField,
  LevelField,
  NameFields,
  NumberField,
  PercentField,
  SelectField,
  TextField,
} from '../fields.js';
import { changed, without } from '../lists.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';
import { useFocusInRows } from '../use-focus.js';
import { Matching } from './rules.js';

interface PartProps {
  touchpoint: TouchpointSettings;
  set: (change: Partial<TouchpointSettings>) => void;
}

/** Everything about one touchpoint. */
export const TouchpointEditor = ({
  touchpoint,
}: {
  touchpoint: TouchpointSettings;
}): JSX.Element => {
  const { editor, texts } = useEditing();
  const { href, change } = useDashboard();
  const { journey } = useDraft();
  const names = useNames();
  const { touchpoints: words } = texts;
  const set = (parts: Partial<TouchpointSettings>) =>
    editor.edit((settings) => {
      const { name, ...rest } = { ...touchpoint, ...parts };
      const named = name && Object.keys(name).length > 0 ? { name } : {};
      return withTouchpoint(settings, { ...rest, ...named }, touchpoint.id);
    });
  const remove = () => {
    editor.edit((settings) => ({
      ...settings,
      touchpoints: without(settings.touchpoints, touchpoint.id),
    }));
    window.location.hash = href('settings', 'touchpoints');
    change({}, 'quietly');
  };
  return (
    <article class="touchpoint-editor">
      <h2>{names.touchpoint(touchpoint.id)}</h2>
      <p class="hint">
        {words.id}: <code>{touchpoint.id}</code>. {words.idHint}
      </p>
      <NameFields
        label={words.name}
        value={touchpoint.name}
        onChange={(name) => set({ name: name ?? {} })}
      />
      <SelectField
        label={words.stage}
        value={touchpoint.stage}
        options={journey.stages.map(({ id }) => ({ value: id, text: names.stage(id) }))}
        onChange={(stage) => set({ stage })}
      />
      <Places touchpoint={touchpoint} set={set} />
      <Asking touchpoint={touchpoint} set={set} />
      <Reasons touchpoint={touchpoint} set={set} />
      <OwnStandard touchpoint={touchpoint} />
      <button type="button" class="danger" onClick={remove}>
        {words.removeAll}
      </button>
    </article>
  );
};

const Places = ({ touchpoint: { places = [] }, set }: PartProps): JSX.Element => {
  const { texts } = useEditing();
  const { touchpoints: words } = texts;
  const kinds = (['page', 'selector', 'call'] as const).map((by) => ({
    value: by,
    text: words.by[by],
  }));
  const { within, afterAdding, afterRemoving } = useFocusInRows();
  const replace = (index: number, place: TouchpointPlace) =>
    set({ places: places.map((one, at) => (at === index ? place : one)) });
  const ofKind = (by: TouchpointPlace['by']): TouchpointPlace => {
    if (by === 'page') return { by, match: '/' };
    return by === 'selector' ? { by, selector: 'main' } : { by };
  };
  return (
    <section ref={within}>
      <h3>{words.where}</h3>
      {places.map((place, index) => (
        // Places have no ids: their order is what tells them apart.
        <fieldset key={index}>
          <legend>
            {words.place} {index + 1}
          </legend>
          <SelectField
            label={words.place}
            value={place.by}
            options={kinds}
            onChange={(by) => replace(index, ofKind(by))}
          />
          {place.by === 'selector' && (
            <TextField
              label={words.selector}
              hint={words.selectorHint}
              code
              max={500}
              value={place.selector}
              onChange={(selector) => replace(index, { ...place, selector })}
            />
          )}
          {place.by !== 'call' && (
            <TextField
              label={words.match}
              hint={texts.rules.patternHint}
              code
              placeholder={place.by === 'selector' ? words.everyPage : ''}
              value={place.match ?? ''}
              onChange={(match) => {
                if (place.by === 'page') return replace(index, { by: 'page', match });
                const { match: _, ...anywhere } = place;
                replace(index, match === '' ? anywhere : { ...place, match });
              }}
            />
          )}
          {place.by !== 'call' && place.match && <Matching pattern={place.match} />}
          <button
            type="button"
            class="danger"
            aria-label={`${texts.remove}: ${words.place} ${index + 1}`}
            onClick={() => {
              afterRemoving(index, places.length);
              set({ places: places.filter((_, at) => at !== index) });
            }}
          >
            {texts.remove}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="add"
        onClick={() => {
          afterAdding();
          set({ places: [...places, ofKind('page')] });
        }}
      >
        + {words.addPlace}
      </button>
    </section>
  );
};

const Asking = ({ touchpoint, set }: PartProps): JSX.Element => {
  const { texts } = useEditing();
  const { touchpoints: words } = texts;
  const { ask = { on: false }, intent = false, contact = false, texts: own = {} } = touchpoint;
  const setAsk = (change: Partial<AskRule>) => set({ ask: { ...ask, ...change } });
  return (
    <section>
      <h3>{words.asking}</h3>
      <CheckField label={words.on} value={ask.on} onChange={(on) => setAsk({ on })} />
      {ask.on && (
        <>
          <NumberField
            label={words.delay}
            min={0}
            max={600}
            step={0.5}
            unit={texts.seconds}
            value={(ask.delayMs ?? 0) / 1_000}
            onChange={(seconds) => setAsk({ delayMs: Math.round(seconds * 1_000) })}
          />
          <PercentField
            label={words.sample}
            value={ask.sample ?? 1}
            onChange={(sample) => setAsk({ sample })}
          />
          <SelectField
            label={words.standing}
            value={ask.standing ?? 'both'}
            options={(['both', 'prospect', 'customer'] as const).map((value) => ({
              value,
              text: words.standings[value],
            }))}
            onChange={(standing) => {
              const { standing: _, ...rest } = ask;
              set({ ask: standing === 'both' ? rest : { ...rest, standing } });
            }}
          />
          <CheckField
            label={words.intent}
            value={intent}
            onChange={(next) => set({ intent: next })}
          />
          <CheckField
            label={words.contact}
            value={contact}
            onChange={(next) => set({ contact: next })}
          />
          <Moments touchpoint={touchpoint} set={set} />
          {(['en', 'ko'] as const).map((language) => (
            <TextField
              key={language}
              lang={language}
              label={words.question(texts.languages[language])}
              value={own[language]?.question ?? ''}
              onChange={(question) => {
                const { question: _, ...rest } = own[language] ?? {};
                set({
                  texts: { ...own, [language]: question === '' ? rest : { ...rest, question } },
                });
              }}
            />
          ))}
        </>
      )}
    </section>
  );
};

/** What must also be so before it asks; most touchpoints need none of it. */
const Moments = ({ touchpoint: { ask = { on: true } }, set }: PartProps): JSX.Element => {
  const { texts } = useEditing();
  const { touchpoints: words } = texts;
  const { scroll, exit, seen, event } = ask;
  const [isUsed] = useState(Boolean(scroll || exit || seen || event));
  const setAsk = (change: Partial<AskRule>) => set({ ask: { ...ask, ...change } });
  return (
    <details class="moments" open={isUsed}>
      <summary>{words.moments}</summary>
      <p class="hint">{words.momentsHint}</p>
      <PercentField
        label={words.scroll}
        value={scroll ?? 0}
        onChange={(share) => setAsk({ scroll: share })}
      />
      <CheckField
        label={words.exit}
        value={exit ?? false}
        onChange={(leaving) => setAsk({ exit: leaving })}
      />
      {(['seen', 'event'] as const).map((trigger) => (
        <TextField
          key={trigger}
          label={words[trigger]}
          hint={words[`${trigger}Hint`]}
          code
          value={ask[trigger] ?? ''}
          onChange={(value) => {
            const { [trigger]: _, ...rest } = ask;
            set({ ask: value === '' ? rest : { ...rest, [trigger]: value } });
          }}
        />
      ))}
    </details>
  );
};

const Reasons = ({ touchpoint: { reasons = [] }, set }: PartProps): JSX.Element => {
  const { texts } = useEditing();
  const { touchpoints: words } = texts;
  const { within, afterAdding, afterRemoving } = useFocusInRows();
  return (
    <section ref={within}>
      <h3>{words.reasons}</h3>
      {reasons.map((reason, index) => (
        <fieldset key={reason.id}>
          <legend>
            {words.reason} {index + 1}
          </legend>
          <NameFields
            label={words.reason}
            value={reason.text}
            onChange={(text) => set({ reasons: changed(reasons, index, { text: text ?? {} }) })}
          />
          <button
            type="button"
            class="danger"
            aria-label={`${texts.remove}: ${words.reason} ${index + 1}`}
            onClick={() => {
              afterRemoving(index, reasons.length);
              set({ reasons: without(reasons, reason.id) });
            }}
          >
            {texts.remove}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="add"
        disabled={reasons.length >= 12}
        onClick={() => {
          afterAdding();
          set({ reasons: [...reasons, { id: freeId('reason', reasons), text: {} }] });
        }}
      >
        + {words.addReason}
      </button>
    </section>
  );
};

const OwnStandard = ({ touchpoint }: { touchpoint: TouchpointSettings }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { standard: siteStandard } = useDraft();
  const { standard } = touchpoint;
  const setStandard = (next: TouchpointSettings['standard']) =>
    editor.edit((settings) => {
      const { standard: _, ...rest } = touchpoint;
      return withTouchpoint(settings, next ? { ...rest, standard: next } : rest);
    });
  return (
    <section>
      <h3>{texts.touchpoints.standard}</h3>
      <CheckField
        label={texts.standards.own}
        value={standard !== undefined}
        onChange={(own) => setStandard(own ? siteStandard : undefined)}
      />
      {standard && (
        <div class="pair-of-fields">
          <LevelField
            label={texts.standards.minimum}
            value={standard.minimum}
            onChange={(minimum) => setStandard({ ...standard, minimum })}
          />
          <LevelField
            label={texts.standards.beyond}
            value={standard.beyond}
            onChange={(beyond) => setStandard({ ...standard, beyond })}
          />
        </div>
      )}
    </section>
  );
};
