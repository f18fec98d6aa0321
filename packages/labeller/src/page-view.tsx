import { useEffect, useState } from 'preact/hooks';
import { matchesPage } from '@wayfelt/protocol';
import { patternsFor, withRule } from '@wayfelt/protocol/settings-check';
import type { MatchingPages } from './collector.js';
import { StageField } from './stage-field.js';
import { useAround, useLabels, useWork } from './use-labels.js';
import { useStageName } from './words.js';

/** This page's stage, why it has it, and a rule that gives it another. */
export function PageView() {
  const { texts, labels } = useAround();
  const { explanation } = useLabels();
  const { draft } = useWork();
  const nameOf = useStageName(draft);
  const [stage, setStage] = useState('');
  const { pathname, search } = location;
  const patterns = patternsFor(pathname, search);
  const rulesHere = draft.rules.filter(({ match }) => matchesPage(match, pathname, search));
  const [ruleHere] = rulesHere;
  const [match, setMatch] = useState(ruleHere?.match ?? patterns[1] ?? patterns[0] ?? pathname);
  const winner = explanation?.sources[0];
  const others = explanation?.sources.slice(1) ?? [];
  const fits = matchesPage(match, pathname, search);

  return (
    <>
      <p class="address" title={pathname + search}>
        {pathname + search}
      </p>
      {explanation && (
        <div class="now" role="status">
          <span>{texts.stageNow}</span>
          <strong class={explanation.stage ? '' : 'none'}>
            {explanation.stage ? nameOf(explanation.stage) : texts.noStage}
          </strong>
          {winner && (
            <small>
              {texts.because} {texts.sources[winner.from]}
              {winner.match && <code>{winner.match}</code>}
            </small>
          )}
          {others.map(({ from, stage, match }) => (
            <small key={from + stage + (match ?? '')}>
              {texts.alsoSays}: {nameOf(stage)} ({texts.sources[from]} {match})
            </small>
          ))}
        </div>
      )}
      {winner && winner.from !== 'rule' && <p class="hint">{texts.ruleLoses}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          labels.edit((settings) =>
            withRule(
              settings,
              { match, stage: stage || (ruleHere?.stage ?? '') },
              pathname,
              search,
            ),
          );
          setStage('');
        }}
      >
        <StageField value={stage || (ruleHere?.stage ?? '')} onChange={setStage} />
        <PatternField patterns={patterns} value={match} onChange={setMatch} />
        <div class="row">
          <button class="main" disabled={!fits || (stage || ruleHere?.stage || '') === ''}>
            {texts.saveRule}
          </button>
        </div>
      </form>
      {ruleHere && (
        <section>
          <h2>{texts.rulesHere}</h2>
          <ol class="list">
            {rulesHere.map(({ id, match, stage }) => (
              <li key={id}>
                <span>
                  <code>{match}</code> {nameOf(stage)}
                  {id === ruleHere.id && rulesHere.length > 1 && <small>{texts.ruleWins}</small>}
                </span>
                <button
                  type="button"
                  aria-label={`${texts.removeRule}: ${match}`}
                  onClick={() =>
                    labels.edit((settings) => ({
                      ...settings,
                      rules: settings.rules.filter((rule) => rule.id !== id),
                    }))
                  }
                >
                  {texts.remove}
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface PatternFieldProps {
  patterns: readonly string[];
  value: string;
  onChange: (match: string) => void;
}

/** Proposed patterns, each with the recent pages that it would mean, and a field for one's own. */
export function PatternField({ patterns, value, onChange }: PatternFieldProps) {
  const { texts } = useAround();
  const [own, setOwn] = useState(!patterns.includes(value));
  return (
    <fieldset>
      <legend>{texts.pages}</legend>
      {patterns.map((pattern) => (
        <label class="choice" key={pattern}>
          <input
            type="radio"
            name="pattern"
            checked={!own && value === pattern}
            onChange={() => {
              setOwn(false);
              onChange(pattern);
            }}
          />
          <span>
            <code>{pattern}</code>
            <Matching pattern={pattern} />
          </span>
        </label>
      ))}
      <label class="choice">
        <input type="radio" name="pattern" checked={own} onChange={() => setOwn(true)} />
        <span>{texts.ownPattern}</span>
      </label>
      {own && (
        <label class="own">
          <input
            aria-label={texts.ownPattern}
            value={value}
            maxLength={500}
            spellcheck={false}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
          <small>{texts.patternHint}</small>
          <Matching pattern={value} />
        </label>
      )}
    </fieldset>
  );
}

/** Waits until the typing stops. */
const TYPING_MS = 250;

function Matching({ pattern }: { pattern: string }) {
  const { texts, labels } = useAround();
  const [matching, setMatching] = useState<MatchingPages>();
  useEffect(() => {
    let left = false;
    const timer = setTimeout(() => {
      labels.collector.matching(pattern).then(
        (found) => left || setMatching(found),
        () => {
          // The count is a help; without it the pattern can still be chosen.
        },
      );
    }, TYPING_MS);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [pattern, labels]);
  return matching ? <small>{texts.matching(matching.pages, matching.visits)}</small> : null;
}
