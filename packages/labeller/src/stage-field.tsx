import { useState } from 'preact/hooks';
import { idOfName, withStage } from '@wayfelt/protocol/settings-check';
import { useAround, useWork } from './use-labels.js';
import { useStageName } from './words.js';

interface StageFieldProps {
  value: string;
  onChange: (stage: string) => void;
}

const NEW = '+';

/** Chooses a stage of the journey, or adds one to it. */
export function StageField({ value, onChange }: StageFieldProps) {
  const { texts, labels, language } = useAround();
  const { draft } = useWork();
  const nameOf = useStageName(draft);
  const [adding, setAdding] = useState(false);
  const [name, setName] = useState('');
  const [after, setAfter] = useState(value || (draft.journey.stages.at(-1)?.id ?? ''));
  const options = draft.journey.stages.map(({ id }) => (
    <option key={id} value={id}>
      {nameOf(id)}
    </option>
  ));
  const add = () => {
    const id = stageId(name, draft.journey.stages.length + 1);
    labels.edit((settings) =>
      withStage(settings, { id, name: { [language]: name.trim() } }, after),
    );
    setAdding(false);
    onChange(id);
  };
  if (adding)
    return (
      <fieldset>
        <legend>{texts.newStage}</legend>
        <label>
          {texts.newStageName}
          <input
            value={name}
            maxLength={60}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label>
          {texts.newStageAfter}
          <select value={after} onChange={(event) => setAfter(event.currentTarget.value)}>
            {options}
          </select>
        </label>
        <div class="row">
          <button type="button" class="main" disabled={name.trim() === ''} onClick={add}>
            {texts.save}
          </button>
          <button type="button" onClick={() => setAdding(false)}>
            {texts.cancel}
          </button>
        </div>
      </fieldset>
    );
  return (
    <label>
      {texts.stage}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === NEW) setAdding(true);
          else onChange(currentTarget.value);
        }}
      >
        <option value="" disabled>
          {texts.chooseStage}
        </option>
        {options}
        <option value={NEW}>{texts.newStage}</option>
      </select>
    </label>
  );
}

/** Stage ids are Latin, since they go over the wire and into addresses; a name of another script gets a number. */
const stageId = (name: string, number: number): string => {
  const id = idOfName(name)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? `stage-${number}` : id.slice(0, 60);
};
