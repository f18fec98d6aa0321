import type { Mark, Report } from '@wayfelt/report';
import type { JSX, TargetedSubmitEvent } from 'preact';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const KINDS: readonly Mark['kind'][] = ['release', 'campaign', 'other'];

/** What the team did, marked in time, so that a change can be seen beside it. */
export const Marks = ({
  sites,
  marks,
  changed,
}: {
  sites: Sites;
  marks: Report['marks'];
  changed: () => void;
}): JSX.Element => {
  const { api, texts, formats } = useDashboard();
  const { touchpoint: words } = texts.value;
  const path = (id = ''): string =>
    `/v1/marks${id && `/${encodeURIComponent(id)}`}?site=${encodeURIComponent(sites.current.value ?? '')}`;
  const add = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    await api.send('POST', path(), {
      at: new Date(`${String(given.get('day'))}T12:00:00`).getTime(),
      kind: given.get('kind'),
      text: given.get('text'),
    });
    form.reset();
    changed();
  };
  const remove = async (id: string): Promise<void> => {
    await api.send('DELETE', path(id));
    changed();
  };
  return (
    <details class="behind marks">
      <summary>{words.marks}</summary>
      <ul>
        {marks.map(({ id, at, kind, text }) => (
          <li key={id}>
            <span class="quiet">
              {formats.value.day(at)} · {words.mark[kind]}
            </span>{' '}
            {text}{' '}
            <button type="button" class="plain" onClick={() => void remove(id)}>
              {words.removeMark}
              <span class="hidden"> {text}</span>
            </button>
          </li>
        ))}
      </ul>
      <form class="filters" onSubmit={(event) => void add(event)}>
        <label class="choice">
          <span>{words.markDay}</span>
          <input name="day" type="date" required />
        </label>
        <label class="choice">
          <span>{words.markKind}</span>
          <select name="kind">
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.mark[kind]}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>{words.markText}</span>
          <input name="text" required maxLength={200} />
        </label>
        <button type="submit" class="action">
          {words.addMark}
        </button>
      </form>
    </details>
  );
};
