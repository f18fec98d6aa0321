import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fieldInWords, takeTheirs, valueInWords } from '@wayfelt/protocol/settings-check';
import { ChangeList, FaultList } from './change-list.js';
import type { Conflict } from './editor.js';
import { useTroubleWords } from './trouble.js';
import { useDraft, useEditing } from './use-editor.js';

/** What is not saved yet, and saving it. Stands at the end of every page of the settings. */
export const SaveBar = (): JSX.Element | null => {
  const { editor, texts } = useEditing();
  const [note, setNote] = useState('');
  const changes = editor.changes.value;
  const outcome = editor.outcome.value;
  const draft = useDraft();
  const troubleIn = useTroubleWords();
  const busy = outcome.kind === 'saving';
  const said = outcome.kind === 'saved' || outcome.kind === 'published';
  if (changes.length === 0 && outcome.kind === 'idle') return null;
  const save = async (publish: boolean) => {
    await editor.save({ note, publish });
    // What was not taken is tried again with what was written of it.
    const { kind } = editor.outcome.peek();
    if (kind === 'saved' || kind === 'published') setNote('');
  };
  if (outcome.kind === 'conflict')
    return <ConflictForm conflict={outcome.conflict} note={note} onResolved={() => setNote('')} />;
  return (
    <section class="save-bar" aria-label={texts.save.region}>
      <div role="status" class="save-said">
        {outcome.kind === 'published' && <p>✓ {texts.save.published(outcome.version)}</p>}
        {outcome.kind === 'saved' && <p>✓ {texts.save.saved(outcome.version)}</p>}
        {outcome.kind === 'failed' && <p class="wrong">{troubleIn(outcome.cause)}</p>}
      </div>
      {outcome.kind === 'refused' && (
        <div role="alert" class="wrong">
          <p>{texts.save.refused}</p>
          <FaultList faults={outcome.faults} settings={draft} />
        </div>
      )}
      {changes.length > 0 && !said && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save(true);
          }}
        >
          <details>
            <summary>{texts.save.changes(changes.length)}</summary>
            <ChangeList changes={changes} settings={draft} />
          </details>
          <input
            aria-label={texts.save.note}
            placeholder={texts.save.note}
            value={note}
            maxLength={500}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <input
            class="author"
            aria-label={texts.save.author}
            placeholder={texts.save.author}
            autocomplete="name"
            value={editor.author.value}
            maxLength={100}
            onInput={(event) => editor.setAuthor(event.currentTarget.value)}
          />
          <button class="primary" disabled={busy}>
            {texts.save.publish}
          </button>
          <button type="button" disabled={busy} onClick={() => void save(false)}>
            {texts.save.draft}
          </button>
          <button type="button" class="plain" disabled={busy} onClick={editor.discard}>
            {texts.save.discard}
          </button>
        </form>
      )}
    </section>
  );
};

/** Both sides' changes joined; where they contradict each other the person chooses. */
const ConflictForm = ({
  conflict,
  note,
  onResolved,
}: {
  conflict: Conflict;
  note: string;
  onResolved: () => void;
}): JSX.Element => {
  const { editor, texts } = useEditing();
  const { theirs, merge } = conflict;
  const { inWords } = texts;
  const [taken, setTaken] = useState<readonly string[]>([]);
  const { conflict: words } = texts.save;
  const resolve = async (publish: boolean) => {
    await editor.resolve(settings(), { note, publish });
    const { kind } = editor.outcome.peek();
    if (kind === 'saved' || kind === 'published') onResolved();
  };
  const settings = () =>
    merge.conflicts.filter(({ field }) => taken.includes(field)).reduce(takeTheirs, merge.settings);
  return (
    <form
      class="save-bar conflict"
      onSubmit={(event) => {
        event.preventDefault();
        void resolve(true);
      }}
    >
      <div role="alert">
        <h2>{words.title(theirs.author)}</h2>
        <p>{words.text}</p>
      </div>
      <ChangeList changes={theirs.changes} settings={merge.settings} />
      {merge.conflicts.map(({ field, mine, theirs }) => (
        <fieldset key={field}>
          <legend>{fieldInWords(field, merge.settings, inWords)}</legend>
          {[false, true].map((isTheirs) => (
            <label key={String(isTheirs)}>
              <input
                type="radio"
                name={field}
                checked={taken.includes(field) === isTheirs}
                onChange={() =>
                  setTaken(isTheirs ? [...taken, field] : taken.filter((one) => one !== field))
                }
              />{' '}
              {isTheirs ? words.theirs : words.mine}:{' '}
              {valueInWords(field, isTheirs ? theirs : mine, merge.settings, inWords) || words.gone}
            </label>
          ))}
        </fieldset>
      ))}
      <div class="buttons">
        <button class="primary">{words.publish}</button>
        <button type="button" onClick={() => void resolve(false)}>
          {words.draft}
        </button>
        <button type="button" class="plain" onClick={editor.goOn}>
          {words.goOn}
        </button>
      </div>
    </form>
  );
};
