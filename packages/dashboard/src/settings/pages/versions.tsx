import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { SiteSettings } from '@wayfelt/protocol';
import type { SettingsChange } from '@wayfelt/protocol/settings-check';
import { Load } from '../../components/states.js';
import { createResource } from '../../data/resource.js';
import { useDashboard } from '../../state.js';
import { ChangeList } from '../change-list.js';
import { useTroubleWords } from '../trouble.js';
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
      {editor.changes.value.length > 0 && <p class="hint">{words.saveFirst}</p>}
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
  const [shown, setShown] = useState<{ changes: SettingsChange[]; settings: SiteSettings }>();
  const [sure, setSure] = useState(false);
  const unsaved = editor.changes.value.length > 0;
  const name = words.version(row.version);
  const troubleIn = useTroubleWords();
  const [trouble, setTrouble] = useState('');
  const toggle = async () => {
    if (shown) return setShown(undefined);
    setTrouble('');
    await show().catch((cause: unknown) => setTrouble(troubleIn(cause)));
  };
  const show = async () => {
    const { site } = editor;
    const { version } = row;
    const [{ changes }, { settings }] = await Promise.all([
      api.get<{ changes: SettingsChange[] }>('/v1/settings/changes', {
        site,
        from: version - 1,
        to: version,
      }),
      api.get<{ settings: SiteSettings }>('/v1/settings', { site, version }),
    ]);
    setShown({ changes, settings });
  };
  // What is newer than what pages get was never live: it is published as it is, and becomes no version of its own.
  const isNewer = row.version > editor.live.value;
  const goLive = isNewer ? words.publish : words.rollback;
  const putLive = async () => {
    if (!sure) return setSure(true);
    setSure(false);
    await (isNewer ? editor.publish(row.version) : editor.rollback(row.version));
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
          aria-expanded={shown !== undefined}
          aria-label={`${words.show}: ${name}`}
          onClick={() => void toggle()}
        >
          {words.show}
        </button>
        {!row.live && (
          <button
            type="button"
            disabled={unsaved}
            aria-label={`${sure ? words.confirm : goLive}: ${name}`}
            onClick={() => void putLive()}
          >
            {sure ? words.confirm : goLive}
          </button>
        )}
      </div>
      {trouble && (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      )}
      {shown &&
        (shown.changes.length === 0 ? (
          <p class="quiet">{words.same}</p>
        ) : (
          <ChangeList {...shown} />
        ))}
    </li>
  );
};
