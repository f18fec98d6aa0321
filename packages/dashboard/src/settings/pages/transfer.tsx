import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  exportSettings,
  importSettings,
  SETTINGS_LIMITS,
  type SettingsFault,
} from '@wayfelt/protocol/settings-check';
import type { Starter } from '@wayfelt/protocol/starters';
import { useDashboard } from '../../state.js';
import { FaultList } from '../change-list.js';
import { useDraft, useEditing } from '../use-editor.js';

/** Journeys to begin with, and settings as a file. */
export const TransferPage = (): JSX.Element => {
  const { texts } = useEditing();
  return (
    <>
      <p class="lead">{texts.transfer.lead}</p>
      <Starters />
      <Export />
      <Import />
    </>
  );
};

const Starters = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { language } = useDashboard();
  const { transfer: words } = texts;
  const [part, setPart] = useState<typeof import('@wayfelt/protocol/starters')>();
  const [taken, setTaken] = useState('');
  useEffect(() => void import('@wayfelt/protocol/starters').then(setPart), []);
  const take = (starter: Starter) => {
    editor.edit((settings) => part?.withStarter(settings, starter) ?? settings);
    setTaken(starter.id);
  };
  return (
    <section>
      <h2>{words.starters}</h2>
      <ul class="starters">
        {part?.STARTERS.map((starter) => {
          const name = starter.name[language.value] ?? starter.id;
          return (
            <li key={starter.id}>
              <h3>{name}</h3>
              <p class="quiet">
                {words.starterSteps(starter.journey.stages.length, starter.touchpoints.length)}
              </p>
              <button
                type="button"
                aria-label={`${words.take}: ${name}`}
                onClick={() => take(starter)}
              >
                {taken === starter.id ? '✓ ' : ''}
                {words.take}
              </button>
            </li>
          );
        })}
      </ul>
      <p role="status">{taken && words.taken}</p>
    </section>
  );
};

const Export = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const draft = useDraft();
  const { transfer: words } = texts;
  const download = () => {
    const file = new Blob([exportSettings(draft)], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `wayfelt-${editor.site}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section>
      <h2>{words.export}</h2>
      <p class="hint">{words.exportText}</p>
      <button type="button" onClick={download}>
        {words.download}
      </button>
    </section>
  );
};

const Import = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { transfer: words } = texts;
  const [faults, setFaults] = useState<SettingsFault[]>();
  const read = async (file: File | undefined) => {
    if (!file) return;
    // With room for spaces; a film that was chosen by mistake is not read at all.
    if (file.size > 4 * SETTINGS_LIMITS.bytes) {
      const expected = `at most ${SETTINGS_LIMITS.bytes} bytes of JSON`;
      return setFaults([{ field: '', expected, given: `${file.size} bytes` }]);
    }
    const checked = importSettings(await file.text());
    setFaults(checked.ok ? [] : checked.faults);
    if (checked.ok) editor.edit(() => checked.settings);
  };
  return (
    <section>
      <h2>{words.import}</h2>
      <p class="hint">{words.importText}</p>
      <label class="file">
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const { currentTarget: input } = event;
            // The same file again, put right, is another choice.
            void read(input.files?.[0]).finally(() => (input.value = ''));
          }}
        />
        <span>{words.file}</span>
      </label>
      <div role="status">{faults?.length === 0 && <p>{words.imported}</p>}</div>
      {faults && faults.length > 0 && (
        <div class="wrong" role="alert">
          <p>{words.wrong}</p>
          <FaultList faults={faults} />
        </div>
      )}
    </section>
  );
};
