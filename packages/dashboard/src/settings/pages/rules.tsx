import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { matchesPage, type PageRule } from '@wayfelt/protocol';
import { freeId } from '@wayfelt/protocol/settings-check';
import { useDashboard } from '../../state.js';
import { SelectField, TextField } from '../fields.js';
import { changed, moved, without } from '../lists.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';
import { useFocusNext } from '../use-focus.js';

/** Which page is which stage, in the order in which rules win. */
export const RulesPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { rules, journey } = useDraft();
  const names = useNames();
  const stages = journey.stages.map(({ id }) => ({ value: id, text: names.stage(id) }));
  const setRules = (next: readonly PageRule[]) =>
    editor.edit((settings) => ({ ...settings, rules: next }));
  const { within, focusNext } = useFocusNext<HTMLDivElement>();
  const add = () => {
    focusNext('li:last-child input');
    setRules([
      ...rules,
      { id: freeId('rule', rules), match: '/', stage: journey.stages[0]?.id ?? '' },
    ]);
  };
  const move = (index: number, by: -1 | 1) => {
    // The rule is put elsewhere, which loses the focus; at an end the button that moved it there sleeps.
    const to = index + by;
    const isAtEnd = to === (by < 0 ? 0 : rules.length - 1);
    const button = by < 0 === isAtEnd ? '[data-down]' : '[data-up]';
    focusNext(`li:nth-child(${to + 1}) ${button}`);
    setRules(moved(rules, index, by));
  };
  const remove = (index: number, id: string) => {
    const next = Math.min(index + 1, rules.length - 1);
    focusNext(next === 0 ? '.add' : `li:nth-child(${next}) .danger`);
    setRules(without(rules, id));
  };
  return (
    <div class="settings-part" ref={within}>
      <p class="lead">{texts.rules.lead}</p>
      <p class="hint">{texts.rules.patternHint}</p>
      <TryAddress />
      {rules.length === 0 && <p class="quiet">{texts.rules.none}</p>}
      <ol class="rule-list">
        {rules.map((rule, index) => (
          <li key={rule.id}>
            <fieldset>
              <legend>{texts.rules.rule(index + 1)}</legend>
              <TextField
                label={texts.rules.pattern}
                code
                value={rule.match}
                onChange={(match) => setRules(changed(rules, index, { match }))}
              />
              <SelectField
                label={texts.rules.stage}
                value={rule.stage}
                options={stages}
                onChange={(stage) => setRules(changed(rules, index, { stage }))}
              />
              <Matching pattern={rule.match} />
              <div class="buttons">
                <button
                  type="button"
                  data-up
                  disabled={index === 0}
                  aria-label={`${texts.up}: ${texts.rules.rule(index + 1)}`}
                  onClick={() => move(index, -1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  data-down
                  disabled={index === rules.length - 1}
                  aria-label={`${texts.down}: ${texts.rules.rule(index + 1)}`}
                  onClick={() => move(index, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  class="danger"
                  aria-label={`${texts.remove}: ${texts.rules.rule(index + 1)}`}
                  onClick={() => remove(index, rule.id)}
                >
                  {texts.remove}
                </button>
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <button type="button" class="add" onClick={add}>
        + {texts.rules.add}
      </button>
    </div>
  );
};

/** Says which rule wins for an address that somebody types. */
const TryAddress = (): JSX.Element => {
  const { texts } = useEditing();
  const { rules } = useDraft();
  const names = useNames();
  const [address, setAddress] = useState('');
  const { pathname, search } = new URL(address || '/', 'https://site.example');
  const index = rules.findIndex(({ match }) => matchesPage(match, pathname, search));
  const rule = rules[index];
  return (
    <div class="try">
      <TextField
        label={texts.rules.try}
        code
        placeholder={texts.rules.tryHint}
        value={address}
        onChange={(typed) => setAddress(URL.canParse(typed, 'https://site.example') ? typed : '')}
      />
      <p role="status">
        {address &&
          (rule ? texts.rules.tryWins(index + 1, names.stage(rule.stage)) : texts.rules.tryNone)}
      </p>
    </div>
  );
};

/** Waits until the typing stops. */
const TYPING_MS = 300;

/** How many recent pages a pattern means. */
export const Matching = ({ pattern }: { pattern: string }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api } = useDashboard();
  const [found, setFound] = useState<{ pages: number; visits: number }>();
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const query = { site: editor.site, match: pattern };
      api
        .get<{ pages: number; visits: number }>('/v1/settings/pages', query, abort.signal)
        .then(setFound, () => {
          // The count is a help; without it the rule can still be written.
        });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [pattern, api, editor]);
  return <p class="hint matching">{found && texts.rules.matching(found.pages, found.visits)}</p>;
};
