import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  likelyStage,
  withRule,
  withStage,
  withTouchpoint,
  type Coverage,
  type CoverageGap,
  type PastChange,
  type PastPreview,
  type UndefinedName,
} from '@wayfelt/protocol/settings-check';
import { Load } from '../../components/states.js';
import { createResource, type Resource } from '../../data/resource.js';
import { useDashboard } from '../../state.js';
import { useTroubleWords } from '../trouble.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';

/** What was visited and is not placed; one click makes a rule. And the past. */
export const CoveragePage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { formats } = useDashboard();
  const { coverage: words } = texts;
  const coverage = useFetched<Coverage>('/v1/settings/coverage');
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Load of={coverage.state.value} again={coverage.refresh}>
        {({ visits, covered, gaps, undefinedNames }) => (
          <>
            <p class="means">
              {visits === 0
                ? words.nothing
                : words.covered(
                    formats.value.percent(covered / visits),
                    formats.value.count(visits),
                  )}
            </p>
            {visits > 0 && gaps.length === 0 && <p class="quiet">{words.fine}</p>}
            {gaps.length > 0 && (
              <section>
                <h2>{words.gaps}</h2>
                <ul class="gap-list">
                  {gaps.map((gap) => (
                    <GapRow key={`${gap.kind} ${gap.match} ${gap.stages.join()}`} gap={gap} />
                  ))}
                </ul>
              </section>
            )}
            {undefinedNames.length > 0 && (
              <section>
                <h2>{words.names}</h2>
                <p class="hint">{words.namesText}</p>
                <ul class="gap-list">
                  {undefinedNames.map((name) => (
                    <NameRow key={`${name.kind} ${name.name}`} undefinedName={name} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Load>
      <Past key={editor.live.value} />
    </>
  );
};

const useFetched = <T,>(path: string): Resource<T> => {
  const { editor } = useEditing();
  const { api } = useDashboard();
  const resource = useMemo(
    () =>
      createResource(
        () => path,
        (abort) => api.get<T>(path, { site: editor.site }, abort),
      ),
    [api, editor, path],
  );
  useEffect(() => resource.stop, [resource]);
  return resource;
};

const GapRow = ({ gap }: { gap: CoverageGap }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { formats } = useDashboard();
  const names = useNames();
  const { rules, journey } = useDraft();
  const { coverage: words } = texts;
  // Chosen already where one may guess: one click then makes the rule, and publishing is still to come.
  const [stage, setStage] = useState(gap.stages[0] ?? likelyStage(gap.match, journey.stages) ?? '');
  const rule = rules.find(({ match }) => match === gap.match);
  const now = rule?.stage ?? gap.now;
  return (
    <li>
      <div>
        <code>{gap.match}</code>
        <p class="quiet">
          {words.visits(gap.visits, formats.value.count(gap.visits), gap.pages)} ·{' '}
          {gap.kind === 'no-stage'
            ? words.noStage
            : words.twoStages(gap.stages.map(names.stage).join(', '))}
        </p>
        {gap.match !== gap.examples[0] && <p class="hint">{gap.examples.join('  ')}</p>}
        {now && <p class="hint placed">✓ {words.now(names.stage(now))}</p>}
      </div>
      <StageSelect label={words.stage(gap.match)} value={stage} onChange={setStage} />
      <button
        type="button"
        disabled={stage === ''}
        aria-label={`${words.makeRule}: ${gap.match}`}
        onClick={() =>
          editor.edit((settings) =>
            withRule(settings, { match: gap.match, stage }, gap.examples[0] ?? gap.match),
          )
        }
      >
        {words.makeRule}
      </button>
    </li>
  );
};

const NameRow = ({ undefinedName }: { undefinedName: UndefinedName }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { formats } = useDashboard();
  const draft = useDraft();
  const { coverage: words } = texts;
  const { kind, name, nearest, visits } = undefinedName;
  const [stage, setStage] = useState('');
  const known = kind === 'stage' ? draft.journey.stages : draft.touchpoints;
  const defined = known.some(({ id }) => id === name);
  const define = () =>
    editor.edit((settings) =>
      kind === 'stage'
        ? withStage(settings, { id: name })
        : withTouchpoint(settings, { id: name, stage }),
    );
  return (
    <li>
      <div>
        <code>{name}</code> <span class="quiet">{words.kind[kind]}</span>
        <p class="quiet">
          {words.seen(visits, formats.value.count(visits))}
          {nearest && ` · ${words.nearest(nearest)}`}
        </p>
      </div>
      {kind === 'touchpoint' ? (
        <StageSelect label={words.defineIn(name)} value={stage} onChange={setStage} />
      ) : (
        <span />
      )}
      <button
        type="button"
        disabled={defined || (kind === 'touchpoint' && stage === '')}
        aria-label={`${words.define}: ${name}`}
        onClick={define}
      >
        {defined ? '✓' : words.define}
      </button>
    </li>
  );
};

interface StageSelectProps {
  label: string;
  value: string;
  onChange: (stage: string) => void;
}

const StageSelect = ({ label, value, onChange }: StageSelectProps): JSX.Element => {
  const { texts } = useEditing();
  const { journey } = useDraft();
  const names = useNames();
  return (
    <span class="drawn">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="" disabled>
          {texts.coverage.choose}
        </option>
        {journey.stages.map(({ id }) => (
          <option key={id} value={id}>
            {names.stage(id)}
          </option>
        ))}
      </select>
    </span>
  );
};

interface PastAnswer {
  version: number;
  preview: PastPreview;
  log: PastChange[];
}

/** Corrected rules for what is stored already: shown first, done on a second click, logged, undone. */
const Past = (): JSX.Element => {
  const { texts } = useEditing();
  const { formats } = useDashboard();
  const { coverage: words } = texts;
  const past = useFetched<PastAnswer>('/v1/settings/past');
  return (
    <section>
      <h2>{words.past}</h2>
      <p class="hint">{words.pastText}</p>
      <Load of={past.state.value} again={past.refresh}>
        {({ version, preview, log }) => (
          <>
            {preview.records === 0 ? (
              <p>{words.pastNothing}</p>
            ) : (
              <PastForm version={version} preview={preview} again={past.refresh} />
            )}
            {log.length > 0 && <h3>{words.log}</h3>}
            <ul class="past-log">
              {log.map((change) => (
                <li key={change.id}>
                  {words.done(
                    formats.value.moment(change.at),
                    change.author,
                    change.records,
                    formats.value.count(change.records),
                  )}{' '}
                  {change.undone ? (
                    <span class="quiet">
                      {words.undone(formats.value.moment(change.undone.at), change.undone.author)}
                    </span>
                  ) : (
                    <UndoPast id={change.id} again={past.refresh} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Load>
    </section>
  );
};

interface PastFormProps {
  version: number;
  preview: PastPreview;
  again: () => void;
}

const SHOWN = 12;

const PastForm = ({ version, preview, again }: PastFormProps): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api, formats } = useDashboard();
  const names = useNames();
  const { coverage: words } = texts;
  const [sure, setSure] = useState(false);
  const troubleIn = useTroubleWords();
  const [trouble, setTrouble] = useState('');
  const apply = async () => {
    const path = api.url('/v1/settings/past', { site: editor.site });
    setSure(false);
    setTrouble('');
    try {
      await api.send('POST', path, { version, days: preview.days, author: editor.author.value });
    } catch (cause) {
      setTrouble(troubleIn(cause));
    }
    again();
  };
  return (
    <>
      <p>
        {words.pastWould(
          preview.records,
          formats.value.count(preview.records),
          formats.value.count(preview.ratings),
        )}
      </p>
      <div class="table-frame" role="group" aria-label={words.past} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.page}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.records}</th>
            </tr>
          </thead>
          <tbody>
            {preview.moves.slice(0, SHOWN).map(({ page, from, to, records }) => (
              <tr key={`${page} ${from}`}>
                <td>
                  <code>{page}</code>
                </td>
                <td>{from ? names.stage(from) : words.noStage}</td>
                <td>{names.stage(to)}</td>
                <td>{formats.value.count(records)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="start" onClick={() => (sure ? void apply() : setSure(true))}>
        {sure ? words.confirm : words.apply}
      </button>
      {trouble && (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
};

const UndoPast = ({ id, again }: { id: number; again: () => void }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api } = useDashboard();
  const troubleIn = useTroubleWords();
  const [trouble, setTrouble] = useState('');
  const undo = async () => {
    const path = api.url(`/v1/settings/past/${id}/undo`, { site: editor.site });
    setTrouble('');
    try {
      await api.send('POST', path, { author: editor.author.value });
    } catch (cause) {
      setTrouble(troubleIn(cause));
    }
    again();
  };
  return (
    <>
      <button type="button" class="plain" onClick={() => void undo()}>
        {texts.coverage.undo}
      </button>{' '}
      {trouble && (
        <span class="wrong" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
};
