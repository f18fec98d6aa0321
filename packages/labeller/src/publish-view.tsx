import { useState } from 'preact/hooks';
import type { SiteSettings } from '@wayfelt/protocol';
import {
  changeInWords,
  faultInWords,
  fieldInWords,
  settingsChanges,
  takeTheirs,
  valueInWords,
  type SettingsChange,
  type SettingsConflict,
} from '@wayfelt/protocol/settings-check';
import type { Conflict } from './collector.js';
import { useAround, useLabels, useWork } from './use-labels.js';

/** What was changed, and publishing it; where somebody else was faster, both joined. */
export function PublishView() {
  const { texts, labels } = useAround();
  const { conflict, notice, busy } = useLabels();
  const { saved, draft } = useWork();
  const [note, setNote] = useState('');
  const changes = settingsChanges(saved, draft);
  if (conflict) return <ConflictView conflict={conflict} note={note} />;
  return (
    <>
      <div role="status">
        {notice?.kind === 'published' && <p class="good">✓ {texts.published(notice.version)}</p>}
        {notice?.kind === 'saved' && <p class="good">✓ {texts.savedDraft(notice.version)}</p>}
        {notice?.kind === 'refused' && (
          <>
            <p class="bad">{texts.refused}</p>
            <ul class="list">
              {notice.faults.map(({ field, expected, given }) => (
                <li key={field}>
                  <span>
                    <strong>{fieldInWords(field, draft, texts.inWords)}</strong>
                    <small>{faultInWords({ field, expected, given }, texts.inWords)}</small>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {changes.length === 0 ? (
        <p class="hint">{texts.nothing}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void labels.save({ note, publish: true });
          }}
        >
          <h2>{texts.changes(changes.length)}</h2>
          <Changes changes={changes} settings={draft} />
          <label>
            {texts.note}
            <input
              value={note}
              maxLength={500}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
          <div class="row">
            <button class="main" disabled={busy}>
              {texts.publishNow}
            </button>
            <button
              type="button"
              disabled={busy}
              onClick={() => void labels.save({ note, publish: false })}
            >
              {texts.keepDraft}
            </button>
            <button type="button" disabled={busy} onClick={labels.discard}>
              {texts.discard}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

/** Both sides' changes joined; where they contradict each other the person chooses. */
function ConflictView({ conflict, note }: { conflict: Conflict; note: string }) {
  const { texts, labels } = useAround();
  const { theirs, merge } = conflict;
  const [taken, setTaken] = useState<readonly string[]>([]);
  const chosen = (): SiteSettings =>
    merge.conflicts
      .filter(({ field }) => taken.includes(field))
      .reduce((settings, one) => takeTheirs(settings, one), merge.settings);
  const choose = (field: string, theirs: boolean) =>
    setTaken(theirs ? [...taken, field] : taken.filter((one) => one !== field));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        labels.resolve(chosen());
        void labels.save({ note, publish: true });
      }}
    >
      <div role="alert">
        <h2>{texts.conflictTitle(theirs.author)}</h2>
        <p class="hint">{texts.conflictText}</p>
      </div>
      <Changes changes={theirs.changes} settings={merge.settings} />
      {merge.conflicts.map((one: SettingsConflict) => (
        <fieldset key={one.field}>
          <legend>{fieldInWords(one.field, merge.settings, texts.inWords)}</legend>
          {[false, true].map((isTheirs) => (
            <label class="choice" key={String(isTheirs)}>
              <input
                type="radio"
                name={one.field}
                checked={taken.includes(one.field) === isTheirs}
                onChange={() => choose(one.field, isTheirs)}
              />
              <span>
                {isTheirs ? texts.theirs : texts.mine}:{' '}
                {valueInWords(
                  one.field,
                  isTheirs ? one.theirs : one.mine,
                  merge.settings,
                  texts.inWords,
                ) || texts.gone}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <button class="main">{texts.publishBoth}</button>
    </form>
  );
}

interface ChangesProps {
  changes: readonly SettingsChange[];
  /** The settings after these changes: they name what an id means. */
  settings: SiteSettings;
}

function Changes({ changes, settings }: ChangesProps) {
  const { inWords } = useAround().texts;
  return (
    <ul class="list changes">
      {changes.map((change) => (
        <li key={change.field + change.kind} class={change.kind}>
          <span>{changeInWords(change, settings, inWords)}</span>
        </li>
      ))}
    </ul>
  );
}
