import type { ExplainedRule } from '@wayfelt/protocol';
import { useAround, useLabels, useWork } from './use-labels.js';

/** Why each touchpoint of this page asks now or does not, rule by rule. */
export function AskingView() {
  const { texts, labels, language } = useAround();
  const { explanation } = useLabels();
  const { draft } = useWork();
  const touchpoints = explanation?.touchpoints ?? [];
  if (touchpoints.length === 0) return <p class="hint">{texts.noAsking}</p>;
  return (
    <>
      {touchpoints.map(({ touchpoint, mayAsk, rules }) => {
        const known = draft.touchpoints.find(({ id }) => id === touchpoint);
        return (
          <section key={touchpoint} class="asking">
            <h2>{known?.name?.[language] ?? known?.name?.['en'] ?? touchpoint}</h2>
            <p class={mayAsk ? 'good' : 'bad'}>
              <span aria-hidden="true">{mayAsk ? '✓' : '✕'}</span>{' '}
              {mayAsk ? texts.mayAsk : texts.mayNot}
            </p>
            <ul class="rules">
              {rules.map((rule) => (
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
const WAITS = ['touchpoint', 'snoozed', 'dismissed', 'ignored', 'between'];
const DAY_MS = 86_400_000;

function Rule({ rule: { rule, passed, need, have, until } }: { rule: ExplainedRule }) {
  const { texts, language } = useAround();
  const when =
    until && new Date(until).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  const inWords = (value: number | string | boolean): string => {
    if (typeof value !== 'number') return String(value);
    if (rule === 'sample') return `${Math.round(value * 100)}%`;
    return WAITS.includes(rule)
      ? texts.ofDays(Math.round((value / DAY_MS) * 10) / 10)
      : String(value);
  };
  return (
    <li class={passed ? 'good' : 'bad'}>
      <span aria-hidden="true">{passed ? '✓' : '✕'}</span>
      <span class="heard">{passed ? texts.passed : texts.failed}: </span>
      <span>
        {texts.rules[rule] ?? rule}
        {!passed && need !== undefined && (
          <small>{texts.needs(inWords(need), inWords(have ?? '–'))}</small>
        )}
        {!passed && when && <small>{texts.until(when)}</small>}
        {!passed && texts.advice[rule] && <small>→ {texts.advice[rule]}</small>}
      </span>
    </li>
  );
}
