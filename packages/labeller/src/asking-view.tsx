import { useEffect } from 'preact/hooks';
import type { ExplainedRule } from '@wayfelt/protocol';
import { useAround, useLabels, useWork } from './use-labels.js';

/** Waits pass by themselves; so often the page is asked how far they are. */
const LOOK_MS = 1_000;

/** Why each touchpoint of this page asks now or does not, rule by rule. */
export function AskingView() {
  const { texts, labels, language } = useAround();
  const { explanation } = useLabels();
  const { draft } = useWork();
  const touchpoints = explanation?.touchpoints ?? [];
  useEffect(() => {
    const timer = setInterval(() => void labels.look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [labels]);
  if (touchpoints.length === 0) return <p class="hint">{texts.noAsking}</p>;
  return (
    <>
      {touchpoints.map(({ touchpoint, mayAsk, rules, moment }) => {
        const isNow = mayAsk && moment.every(({ passed }) => passed);
        const known = draft.touchpoints.find(({ id }) => id === touchpoint);
        return (
          <section key={touchpoint} class="asking">
            <h2>{known?.name?.[language] ?? known?.name?.['en'] ?? touchpoint}</h2>
            <p class={isNow ? 'good' : mayAsk ? '' : 'bad'}>
              <span aria-hidden="true">{isNow ? '✓' : mayAsk ? '…' : '✕'}</span>{' '}
              {isNow ? texts.mayAsk : mayAsk ? texts.mayWait : texts.mayNot}
            </p>
            <h3>{texts.whether}</h3>
            <ul class="rules">
              {rules.map((rule) => (
                <Rule key={rule.rule} rule={rule} />
              ))}
            </ul>
            <h3>{texts.when}</h3>
            <ul class="rules">
              {moment.map((rule) => (
                <Rule key={rule.rule} rule={rule} />
              ))}
            </ul>
            <button
              type="button"
              onClick={() =>
                void labels.tryOut({ touchpoint, ...(known ? { stage: known.stage } : {}) })
              }
            >
              {texts.tryIt}
            </button>
          </section>
        );
      })}
      <p class="hint">{texts.tried}</p>
    </>
  );
}

/** Rules whose values are milliseconds. */
const WAITS = new Set([
  'touchpoint',
  'snoozed',
  'dismissed',
  'ignored',
  'between',
  'delay',
  'quiet',
]);
const SHARES = new Set(['sample', 'scroll']);
/** Rules of which it is said how something is; of the others, what is needed beside what is there. */
const STATES = new Set(['seen', 'event', 'exit', 'busy']);
const DAY_MS = 86_400_000;

function Rule({ rule: { rule, passed, need, have, until } }: { rule: ExplainedRule }) {
  const { texts, language } = useAround();
  const when =
    until && new Date(until).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const inWords = (value: number | string | boolean): string => {
    if (typeof value !== 'number') return texts.values[String(value)] ?? String(value);
    if (SHARES.has(rule)) return `${Math.round(value * 100)}%`;
    if (!WAITS.has(rule)) return String(value);
    return value < DAY_MS
      ? texts.inWords.seconds(Math.round(value / 1_000))
      : texts.inWords.days(Math.round((value / DAY_MS) * 10) / 10);
  };
  const parts = [need, have].filter((one) => one !== undefined).map(inWords);
  const found =
    STATES.has(rule) || need === undefined
      ? parts.join(': ')
      : texts.needs(inWords(need), inWords(have ?? '–'));
  return (
    <li class={passed ? 'good' : 'bad'}>
      <span aria-hidden="true">{passed ? '✓' : '✕'}</span>
      <span class="heard">{passed ? texts.passed : texts.failed}: </span>
      <span>
        {texts.rules[rule] ?? rule}
        {!passed && found && <small>{found}</small>}
        {!passed && when && <small>{texts.until(when)}</small>}
        {!passed && texts.advice[rule] && <small>→ {texts.advice[rule]}</small>}
      </span>
    </li>
  );
}
