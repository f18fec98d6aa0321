import { useEffect, useRef, useState } from 'preact/hooks';
import { matchesPage, type TouchpointPlace, type TouchpointSettings } from '@wayfelt/protocol';
import { idOfName, patternsFor, withTouchpoint } from '@wayfelt/protocol/settings-check';
import { PatternField } from './page-view.js';
import { count, type SelectorProposal } from './selector.js';
import { StageField } from './stage-field.js';
import { useAround, useLabels } from './use-labels.js';

/** Where the touchpoint is that is named here. */
export type Placed =
  | { by: 'selector'; proposals: SelectorProposal[] }
  | { by: 'page'; match?: string }
  | { by: 'call' };

interface TouchpointFormProps {
  placed: Placed;
  /** The touchpoint that is changed; absent: a new one. */
  before?: TouchpointSettings;
  onDone: () => void;
}

const DEFAULT_DELAY_S = 3;

/** Names a touchpoint, says where it is and whether visitors are asked there; tries the question. */
export function TouchpointForm({ placed, before, onDone }: TouchpointFormProps) {
  const { texts, labels, language } = useAround();
  const { explanation } = useLabels();
  const { pathname, search } = location;
  const patterns = patternsFor(pathname, search);
  const [name, setName] = useState(before?.name?.[language] ?? '');
  const [stage, setStage] = useState(before?.stage ?? explanation?.stage ?? '');
  const [ownId, setOwnId] = useState(before?.id);
  const [selector, setSelector] = useState(
    placed.by === 'selector' ? (placed.proposals[0]?.selector ?? '') : '',
  );
  const placeBefore = before?.places?.[0];
  const matchBefore = placeBefore?.by === 'call' ? undefined : placeBefore?.match;
  const [only, setOnly] = useState(matchBefore !== undefined);
  const [match, setMatch] = useState(matchBefore ?? patterns[1] ?? patterns[0] ?? pathname);
  const [asks, setAsks] = useState(before?.ask?.on ?? true);
  const [delayS, setDelayS] = useState((before?.ask?.delayMs ?? DEFAULT_DELAY_S * 1_000) / 1_000);
  const [question, setQuestion] = useState(before?.texts?.[language]?.question ?? '');
  const nameField = useRef<HTMLInputElement>(null);
  useEffect(() => nameField.current?.focus(), []);
  const id = ownId ?? (name.trim() === '' ? '' : `${stage || 'page'}/${idOfName(name)}`);

  const places = (): TouchpointPlace[] => {
    const rest = before?.places?.slice(1) ?? [];
    if (placed.by === 'call') return [...(before?.places ?? [])];
    if (placed.by === 'page') return [{ by: 'page', match }, ...rest];
    return [{ by: 'selector', selector, ...(only ? { match } : {}) }, ...rest];
  };
  const touchpoint = (): TouchpointSettings => {
    const { texts: textsBefore, ...others } = before ?? { id, stage };
    const ours = { ...textsBefore?.[language], question: question.trim() };
    const { question: _, ...withoutQuestion } = ours;
    const allTexts = { ...textsBefore, [language]: question.trim() ? ours : withoutQuestion };
    return {
      ...others,
      id,
      stage,
      ...(name.trim() ? { name: { ...before?.name, [language]: name.trim() } } : {}),
      places: places(),
      ask: { ...before?.ask, on: asks, delayMs: Math.round(delayS * 1_000) },
      ...(Object.values(allTexts).some((one) => Object.keys(one).length > 0)
        ? { texts: allTexts }
        : {}),
    };
  };
  const wrong =
    stage === '' ||
    !/^[^\s/]+(\/[^\s/]+)*$/.test(id) ||
    (placed.by === 'selector' && count(document.body, selector) === 0) ||
    ((placed.by === 'page' || only) && !matchesPage(match, pathname, search));
  const save = () => labels.edit((settings) => withTouchpoint(settings, touchpoint(), before?.id));

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
        onDone();
      }}
    >
      <h2>{before ? texts.editTouchpoint : texts.newTouchpoint}</h2>
      <label>
        {texts.name}
        <input
          ref={nameField}
          value={name}
          maxLength={100}
          placeholder={texts.nameHint}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <StageField value={stage} onChange={setStage} />
      <label>
        {texts.id}
        <input
          class="code"
          value={id}
          maxLength={200}
          spellcheck={false}
          onInput={(event) => setOwnId(event.currentTarget.value)}
        />
      </label>
      {placed.by === 'selector' && (
        <SelectorField proposals={placed.proposals} value={selector} onChange={setSelector} />
      )}
      {placed.by === 'selector' && (
        <label class="choice">
          <input
            type="checkbox"
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
          <span>{texts.onlyHere}</span>
        </label>
      )}
      {(placed.by === 'page' || only) && (
        <PatternField patterns={patterns} value={match} onChange={setMatch} />
      )}
      <fieldset>
        <legend>{texts.asking}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={asks}
            onChange={(event) => setAsks(event.currentTarget.checked)}
          />
          <span>{texts.ask}</span>
        </label>
        {asks && (
          <>
            <label>
              {texts.askDelay}
              <input
                type="number"
                min={0}
                max={600}
                step={0.5}
                value={delayS}
                onInput={(event) => setDelayS(Number(event.currentTarget.value))}
              />
            </label>
            <label>
              {texts.question}
              <input
                value={question}
                maxLength={300}
                onInput={(event) => setQuestion(event.currentTarget.value)}
              />
            </label>
          </>
        )}
      </fieldset>
      <div class="row">
        <button class="main" disabled={wrong}>
          {texts.save}
        </button>
        <button
          type="button"
          disabled={wrong}
          onClick={() => {
            save();
            void labels.tryOut({ touchpoint: id, stage });
          }}
        >
          {texts.tryIt}
        </button>
        <button type="button" onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

interface SelectorFieldProps {
  proposals: readonly SelectorProposal[];
  value: string;
  onChange: (selector: string) => void;
}

/** Proposed selectors, each with how many elements it finds now, and a field for one's own. */
function SelectorField({ proposals, value, onChange }: SelectorFieldProps) {
  const { texts } = useAround();
  const [own, setOwn] = useState(false);
  const finds = (selector: string) => <small>{texts.finds(count(document.body, selector))}</small>;
  return (
    <fieldset>
      <legend>{texts.where}</legend>
      {proposals.map(({ selector }) => (
        <label class="choice" key={selector}>
          <input
            type="radio"
            name="selector"
            checked={!own && value === selector}
            onChange={() => {
              setOwn(false);
              onChange(selector);
            }}
          />
          <span>
            <code>{selector}</code>
            {finds(selector)}
          </span>
        </label>
      ))}
      <label class="choice">
        <input type="radio" name="selector" checked={own} onChange={() => setOwn(true)} />
        <span>{texts.ownSelector}</span>
      </label>
      {own && (
        <label class="own">
          <input
            class="code"
            aria-label={texts.ownSelector}
            value={value}
            maxLength={500}
            spellcheck={false}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          {finds(value)}
        </label>
      )}
    </fieldset>
  );
}
