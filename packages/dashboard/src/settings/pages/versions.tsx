import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SettingsChange } from '@wayfelt/protocol/settings-check';
import { Load } from '../../components/states.js';
import { createResource } from '../../data/resource.js';
import { useDashboard } from '../../state.js';
import { ChangeList } from '../change-list.js';
import { useEditing } from '../use-editor.js';

interface VersionRow {
  version: number;
  at: number;
  author: string;
  note: string;
  published?: { at: number; author: string };
  live: boolean;
}

/** All versions, what each changed, and the way back. */
export const VersionsPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api } = useDashboard();
  const { versions: words } = texts;
  const { site, base, live } = editor;
  const versions = useMemo(
    () =>
      createResource(
        // Whatever was saved or published here is seen here.
        () => `${base.value} ${live.value}`,
        (abort) => api.get<{ versions: VersionRow[] }>('/v1/settings/versions', { site }, abort),
      ),
    [api, site, base, live],
  );
  useEffect(() => versions.stop, [versions]);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Load of={versions.state.value} again={versions.refresh}>
        {(answer) =>
          answer.versions.length === 0 ? (
            <p class="quiet">{words.none}</p>
          ) : (
            <ol class="version-list">
              {answer.versions.map((row) => (
                <Version key={row.version} row={row} />
              ))}
            </ol>
          )
        }
      </Load>
    </>
  );
};

const Version = ({ row }: { row: VersionRow }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api, formats } = useDashboard();
  const { versions: words } = texts;
  const [changes, setChanges] = useState<SettingsChange[]>();
  const [sure, setSure] = useState(false);
  const unsaved = editor.changes.value.length > 0;
  const name = words.version(row.version);
  const show = async () => {
    if (changes) return setChanges(undefined);
    const query = { site: editor.site, from: row.version - 1, to: row.version };
    const answer = await api.get<{ changes: SettingsChange[] }>('/v1/settings/changes', query);
    setChanges(answer.changes);
  };
  const rollback = async () => {
    if (!sure) return setSure(true);
    setSure(false);
    await editor.rollback(row.version);
  };
  return (
    <li class={row.live ? 'version live-version' : 'version'}>
      <div>
        <h2>
          {name} {row.live && <span class="live-tag">{words.live}</span>}
        </h2>
        <p class="quiet">
          {words.by(row.author, formats.value.moment(row.at))} ·{' '}
          {row.published
            ? words.publishedBy(row.published.author, formats.value.moment(row.published.at))
            : words.never}
        </p>
        {row.note && <p>{row.note}</p>}
      </div>
      <div class="buttons">
        <button
          type="button"
          aria-expanded={changes !== undefined}
          aria-label={`${words.show}: ${name}`}
          onClick={() => void show()}
        >
          {words.show}
        </button>
        {!row.live && (
          <button
            type="button"
            disabled={unsaved}
            title={unsaved ? words.saveFirst : undefined}
            aria-label={`${sure ? words.confirm : words.rollback}: ${name}`}
            onClick={() => void rollback()}
          >
            {sure ? words.confirm : words.rollback}
          </button>
        )}
      </div>
      {changes &&
        (changes.length === 0 ? (
          <p class="quiet">{words.same}</p>
        ) : (
          <ChangeList changes={changes} />
        ))}
    </li>
  );
};
