import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BELIEF_SHARES, type BeliefShare, type TouchpointSettings } from '@wayfelt/protocol';
import { withTouchpoint } from '@wayfelt/protocol/settings-check';
import { useDashboard } from '../../state.js';
import {
  LevelField,
  NumberField,
  OptionalNumberField,
  PercentField,
  SelectField,
} from '../fields.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';

const DEFAULT_BELIEF = 0.8;

/** What visitors may expect, and what the team believes they say. */
export const StandardsPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { href } = useDashboard();
  const draft = useDraft();
  const { standard, emotionalFrom, outcomeDays, touchpoints } = draft;
  const { standards: words } = texts;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <section>
        <h2>{words.site}</h2>
        <div class="form-grid">
          <LevelField
            label={words.minimum}
            value={standard.minimum}
            onChange={(minimum) =>
              editor.edit((settings) => ({ ...settings, standard: { ...standard, minimum } }))
            }
          />
          <LevelField
            label={words.beyond}
            value={standard.beyond}
            onChange={(beyond) =>
              editor.edit((settings) => ({ ...settings, standard: { ...standard, beyond } }))
            }
          />
          <LevelField
            label={words.emotional}
            value={emotionalFrom}
            onChange={(level) => editor.edit((settings) => ({ ...settings, emotionalFrom: level }))}
          />
          <NumberField
            label={words.outcomeDays}
            hint={words.outcomeHint}
            min={1}
            max={3_650}
            unit={texts.days}
            value={outcomeDays}
            onChange={(days) => editor.edit((settings) => ({ ...settings, outcomeDays: days }))}
          />
        </div>
      </section>
      <section>
        <h2>{words.perTouchpoint}</h2>
        <p class="hint">{words.beliefHint}</p>
        <p class="hint">{words.askedHint}</p>
        {touchpoints.length === 0 && (
          <p class="quiet">
            {texts.touchpoints.none}{' '}
            <a href={href('settings', 'transfer')}>{texts.touchpoints.begin}</a>
          </p>
        )}
        <ul class="belief-list">
          {touchpoints.map((touchpoint) => (
            <BeliefRow key={touchpoint.id} touchpoint={touchpoint} />
          ))}
        </ul>
      </section>
    </>
  );
};

const BeliefRow = ({ touchpoint }: { touchpoint: TouchpointSettings }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { formats, href, now, texts: shared } = useDashboard();
  const names = useNames();
  const { standards: words } = texts;
  const { beliefs = [], standard } = touchpoint;
  const [share, setShare] = useState<number>();
  const [of, setOf] = useState<BeliefShare>('positive');
  const [asked, setAsked] = useState<number>();
  const name = names.touchpoint(touchpoint.id);
  const level = (n: number) => Object.values(shared.value.words)[n - 1]?.name ?? '';
  const setBeliefs = (next: TouchpointSettings['beliefs']) =>
    editor.edit((settings) => withTouchpoint(settings, { ...touchpoint, beliefs: next ?? [] }));
  const write = () => {
    const by = editor.author.value.trim() || words.someone;
    const which = of === 'positive' ? {} : { of };
    const people = asked === undefined ? {} : { asked };
    setBeliefs([
      ...beliefs,
      { share: share ?? DEFAULT_BELIEF, ...which, ...people, by, at: now() },
    ]);
    setShare(undefined);
    setAsked(undefined);
  };
  return (
    <li>
      <div>
        <a href={href('settings', `touchpoints/${touchpoint.id}`)}>{name}</a>
        <p class="quiet">
          {names.stage(touchpoint.stage)} ·{' '}
          {standard ? `${level(standard.minimum)} – ${level(standard.beyond)}` : words.asSite}
        </p>
        <ul class="beliefs">
          {beliefs.map(({ share: believed, of: which = 'positive', asked: n, by, at }, index) => (
            <li key={`${at} ${by}`}>
              {words.believed(formats.value.percent(believed), by, formats.value.day(at))}
              {which !== 'positive' && ` (${words.beliefShares[which]})`}
              {n !== undefined && ` · ${words.askedOf(n, formats.value.count(n))}`}{' '}
              <button
                type="button"
                class="plain"
                aria-label={`${words.takeBack}: ${name}, ${by}`}
                onClick={() => setBeliefs(beliefs.filter((_, other) => other !== index))}
              >
                {words.takeBack}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <PercentField label={words.belief} value={share ?? DEFAULT_BELIEF} onChange={setShare} />
        <SelectField
          label={words.beliefOf}
          value={of}
          onChange={setOf}
          options={BELIEF_SHARES.map((value) => ({ value, text: words.beliefShares[value] }))}
        />
        <OptionalNumberField
          label={words.asked}
          min={1}
          max={1e9}
          unit={words.people}
          value={asked}
          onChange={setAsked}
        />
        <button aria-label={`${words.write}: ${name}`}>{words.write}</button>
      </form>
    </li>
  );
};
