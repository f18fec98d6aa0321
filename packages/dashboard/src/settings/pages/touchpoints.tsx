import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useDashboard } from '../../state.js';
import { TextField } from '../fields.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';
import { TouchpointEditor } from './touchpoint-editor.js';

/** All touchpoints by stage, or one of them: `#/settings/touchpoints/<id>`. */
export const TouchpointsPage = (): JSX.Element => {
  const { texts } = useEditing();
  const { address, href } = useDashboard();
  const draft = useDraft();
  const id = address.value.rest.split('/').slice(1).join('/');
  const touchpoint = draft.touchpoints.find((one) => one.id === id);
  if (id === '') return <AllTouchpoints />;
  return (
    <>
      <p>
        <a href={href('settings', 'touchpoints')}>← {texts.touchpoints.back}</a>
      </p>
      {touchpoint ? (
        <TouchpointEditor key={id} touchpoint={touchpoint} />
      ) : (
        <p>{texts.touchpoints.gone}</p>
      )}
    </>
  );
};

const AllTouchpoints = (): JSX.Element => {
  const { texts } = useEditing();
  const { href } = useDashboard();
  const { touchpoints, journey } = useDraft();
  const names = useNames();
  const [wanted, setWanted] = useState('');
  const fits = (id: string) =>
    `${id} ${names.touchpoint(id)}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = touchpoints.filter(({ id }) => fits(id));
  return (
    <>
      <p class="lead">{texts.touchpoints.lead}</p>
      {touchpoints.length === 0 ? (
        <p class="quiet">
          {texts.touchpoints.none}{' '}
          <a href={href('settings', 'transfer')}>{texts.touchpoints.begin}</a>
        </p>
      ) : (
        <TextField label={texts.touchpoints.find} value={wanted} onChange={setWanted} />
      )}
      <p class="quiet" role="status">
        {shown.length > 0 && texts.touchpoints.all(shown.length)}
      </p>
      {journey.stages.map((stage) => {
        const ofStage = shown.filter((one) => one.stage === stage.id);
        if (ofStage.length === 0) return null;
        return (
          <section key={stage.id} class="touchpoint-group">
            <h2>{names.stage(stage.id)}</h2>
            <ul>
              {ofStage.map(({ id, ask, places = [] }) => (
                <li key={id}>
                  <a href={href('settings', `touchpoints/${id}`)}>{names.touchpoint(id)}</a>{' '}
                  <code>{id}</code>{' '}
                  <span class="quiet">
                    {ask?.on ? texts.journey.asks : texts.journey.silent}
                    {places.map(({ by }) => ` · ${texts.touchpoints.by[by]}`)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};
