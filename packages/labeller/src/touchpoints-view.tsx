import type { TouchpointSettings } from '@wayfelt/protocol';
import { touchpointsHere } from './here.js';
import { useAround, useLabels, useWork } from './use-labels.js';
import { useStageName } from './words.js';

interface TouchpointsViewProps {
  outlined: boolean;
  onOutline: (outlined: boolean) => void;
  onPick: () => void;
  onPage: () => void;
  onEdit: (touchpoint: TouchpointSettings) => void;
}

/** The touchpoints of this page: those the settings know, and names that only the page knows. */
export function TouchpointsView(props: TouchpointsViewProps) {
  const { outlined, onOutline, onPick, onPage, onEdit } = props;
  const { texts, labels, language } = useAround();
  const { explanation } = useLabels();
  const { draft } = useWork();
  const nameOf = useStageName(draft);
  const here = touchpointsHere(draft);
  const met = (id: string) =>
    explanation?.touchpoints.some((one) => one.touchpoint === id && one.met);
  const remove = (gone: string) =>
    labels.edit((settings) => ({
      ...settings,
      touchpoints: settings.touchpoints.filter(({ id }) => id !== gone),
    }));
  return (
    <>
      {here.length === 0 && <p class="hint">{texts.noTouchpoints}</p>}
      <ul class="list">
        {here.map(({ id, touchpoint, elements }) => {
          const name = touchpoint?.name?.[language] ?? touchpoint?.name?.['en'] ?? id;
          const stage = touchpoint?.stage ?? explanation?.stage ?? '';
          return (
            <li key={id}>
              <span>
                <strong>{name}</strong>
                <small>
                  {stage && nameOf(stage)} · <code>{id}</code>
                </small>
                <small>
                  {elements.length === 0 ? texts.wholePage : texts.found(elements.length)}
                  {met(id) && ` · ${texts.met}`}
                </small>
              </span>
              <button
                type="button"
                aria-label={`${texts.edit}: ${name}`}
                onClick={() => onEdit(touchpoint ?? { id, stage, places: [{ by: 'call' }] })}
              >
                {texts.edit}
              </button>
              {touchpoint && (
                <button
                  type="button"
                  aria-label={`${texts.remove}: ${name}`}
                  onClick={() => remove(id)}
                >
                  {texts.remove}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <div class="row">
        <button type="button" class="main" onClick={onPick}>
          {texts.pick}
        </button>
        <button type="button" onClick={onPage}>
          {texts.wholePage}
        </button>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={outlined}
          onChange={(event) => onOutline(event.currentTarget.checked)}
        />
        <span>{texts.outline}</span>
      </label>
    </>
  );
}
