import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Stage, TouchpointSettings } from '@wayfelt/protocol';
import { freeId, idOfName, withStage, withTouchpoint } from '@wayfelt/protocol/settings-check';
import { useDashboard } from '../../state.js';
import { moveByArrows } from '../blueprint-keys.js';
import { NameFields, TextField } from '../fields.js';
import { moved, without } from '../lists.js';
import { useFocusNext } from '../use-focus.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';
import { useTroubleWords } from '../trouble.js';

/** The journey as a service blueprint: a column per stage, its pages and its steps below each other. */
export const JourneyMap = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { journey, rules, touchpoints } = useDraft();
  const { stages } = journey;
  const crossing = stages.findIndex(({ id }) => id === journey.crossing);
  const [open, setOpen] = useState<string>();
  const [name, setName] = useState('');
  const { language, href } = useDashboard();
  const { within, focusNext } = useFocusNext<HTMLDivElement>();
  const add = () => {
    const latin = idOfName(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const id =
      latin === '' || stages.some((stage) => stage.id === latin) ? freeId('stage', stages) : latin;
    editor.edit((settings) => withStage(settings, { id, name: { [language.value]: name.trim() } }));
    setName('');
  };
  return (
    <>
      <p class="lead">{texts.journey.lead}</p>
      {rules.length === 0 && touchpoints.length === 0 && (
        <p>
          {texts.journey.empty} <a href={href('settings', 'transfer')}>{texts.touchpoints.begin}</a>
        </p>
      )}
      <LabelMyPages />
      <p class="hint by-keys">{texts.journey.arrows}</p>
      <div
        class="blueprint"
        role="group"
        aria-label={texts.pages.journey}
        tabIndex={0}
        ref={within}
        onKeyDown={moveByArrows}
      >
        <ol>
          {stages.map((stage, index) => (
            <StageColumn
              key={stage.id}
              stage={stage}
              side={index < crossing ? 'prospects' : index === crossing ? 'crossing' : 'customers'}
              open={open === stage.id}
              onOpen={(isOpen) => setOpen(isOpen ? stage.id : undefined)}
              onGone={() =>
                focusNext(`.stage-column:nth-child(${Math.max(1, index)}) .stage-head button`)
              }
            />
          ))}
        </ol>
      </div>
      <form
        class="inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={texts.journey.newStage} value={name} max={60} onChange={setName} />
        <button disabled={name.trim() === ''}>{texts.journey.addStage}</button>
      </form>
    </>
  );
};

interface StageColumnProps {
  stage: Stage;
  side: 'prospects' | 'crossing' | 'customers';
  open: boolean;
  onOpen: (open: boolean) => void;
  /** The stage is about to be removed. */
  onGone: () => void;
}

const StageColumn = ({ stage, side, open, onOpen, onGone }: StageColumnProps): JSX.Element => {
  const { texts } = useEditing();
  const { rules, touchpoints } = useDraft();
  const { journey: words } = texts;
  const names = useNames();
  const pages = rules.filter((rule) => rule.stage === stage.id);
  const steps = touchpoints.filter((touchpoint) => touchpoint.stage === stage.id);
  const name = names.stage(stage.id);
  return (
    <li class={`stage-column ${side}`}>
      <div class="stage-head">
        <h2>{name}</h2>
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          aria-label={`${texts.edit}: ${name}`}
          onClick={() => onOpen(!open)}
        >
          {open ? texts.close : texts.edit}
        </button>
        <p class="quiet">{side === 'crossing' ? words.crossing : words[side]}</p>
      </div>
      {open && (
        <StageEditor stage={stage} inUse={pages.length + steps.length > 0} onGone={onGone} />
      )}
      <h3 class="lane">{words.pagesLane}</h3>
      <ul class="lane-pages">
        {pages.length === 0 && <li class="quiet">{words.noPages}</li>}
        {pages.map(({ id, match }) => (
          <li key={id}>
            <code>{match}</code>
          </li>
        ))}
      </ul>
      <h3 class="lane">{words.stepsLane}</h3>
      <ol class="lane-steps">
        {steps.length === 0 && <li class="quiet">{words.noSteps}</li>}
        {steps.map((touchpoint) => (
          <StepCard key={touchpoint.id} touchpoint={touchpoint} />
        ))}
      </ol>
      <AddStep stage={stage.id} stageName={name} />
    </li>
  );
};

const StepCard = ({ touchpoint }: { touchpoint: TouchpointSettings }): JSX.Element => {
  const { texts } = useEditing();
  const { href, formats, texts: shared } = useDashboard();
  const { standard } = useDraft();
  const names = useNames();
  const { minimum } = touchpoint.standard ?? standard;
  const belief = touchpoint.beliefs?.at(-1);
  const asks = touchpoint.ask?.on === true;
  const levelName = Object.values(shared.value.words)[minimum - 1]?.name;
  const about = [
    asks && texts.journey.asks,
    (asks || touchpoint.standard) && `${texts.journey.minimum} ${levelName}`,
    belief && texts.journey.believed(formats.value.percent(belief.share)),
  ].filter(Boolean);
  return (
    <li class={asks ? 'step asks' : 'step'}>
      <a href={href('settings', `touchpoints/${touchpoint.id}`)}>
        {names.touchpoint(touchpoint.id)}
      </a>
      {about.length > 0 && <p class="quiet">{about.join(' · ')}</p>}
    </li>
  );
};

interface StageEditorProps extends Pick<StageColumnProps, 'stage' | 'onGone'> {
  inUse: boolean;
}

const StageEditor = ({ stage, inUse, onGone }: StageEditorProps): JSX.Element => {
  const { editor, texts } = useEditing();
  const { journey } = useDraft();
  const { language } = useDashboard();
  const names = useNames();
  const index = journey.stages.findIndex(({ id }) => id === stage.id);
  const setStages = (stages: readonly Stage[]) =>
    editor.edit((settings) => ({ ...settings, journey: { ...settings.journey, stages } }));
  const last = journey.stages.length - 1;
  const isCrossing = journey.crossing === stage.id;
  const shown = stage.name ?? { [language.value]: names.stage(stage.id) };
  const { within, focusNext } = useFocusNext<HTMLDivElement>();
  const move = (by: -1 | 1) => {
    // The column is put elsewhere, which loses the focus; at an end the button that moved it there sleeps.
    const isAtEnd = index + by === (by < 0 ? 0 : last);
    focusNext(by < 0 === isAtEnd ? '[data-later]' : '[data-earlier]');
    setStages(moved(journey.stages, index, by));
  };
  return (
    <div class="stage-editor" ref={within}>
      <NameFields
        label={texts.journey.stageName}
        value={shown}
        onChange={(name) =>
          setStages(
            journey.stages.map((one) => {
              if (one.id !== stage.id) return one;
              return Object.keys(name ?? {}).length > 0
                ? { id: one.id, name: name ?? {} }
                : { id: one.id };
            }),
          )
        }
      />
      <div class="buttons">
        <button type="button" data-earlier disabled={index === 0} onClick={() => move(-1)}>
          ← {texts.earlier}
        </button>
        <button type="button" data-later disabled={index === last} onClick={() => move(1)}>
          {texts.later} →
        </button>
        {!isCrossing && (
          <button
            type="button"
            onClick={() => {
              focusNext('button:not(:disabled)');
              editor.edit((settings) => ({
                ...settings,
                journey: { ...settings.journey, crossing: stage.id },
              }));
            }}
          >
            {texts.journey.makeCrossing}
          </button>
        )}
        <button
          type="button"
          class="danger"
          disabled={inUse || isCrossing}
          onClick={() => {
            onGone();
            setStages(without(journey.stages, stage.id));
          }}
        >
          {texts.journey.removeStage}
        </button>
      </div>
      {inUse && <p class="hint">{texts.journey.stageInUse}</p>}
      {isCrossing && <p class="hint">{texts.journey.stageIsCrossing}</p>}
    </div>
  );
};

const AddStep = ({ stage, stageName }: { stage: string; stageName: string }): JSX.Element => {
  const { editor, texts } = useEditing();
  const { touchpoints } = useDraft();
  const { language } = useDashboard();
  const [name, setName] = useState<string>();
  const { within, focusNext } = useFocusNext<HTMLDivElement>();
  const close = () => {
    focusNext('.add-step');
    setName(undefined);
  };
  if (name === undefined)
    return (
      <div ref={within}>
        <button
          type="button"
          class="add-step"
          aria-label={`${texts.journey.addStep}: ${stageName}`}
          onClick={() => {
            focusNext('input');
            setName('');
          }}
        >
          + {texts.journey.addStep}
        </button>
      </div>
    );
  const wanted = `${stage}/${idOfName(name)}`;
  const id = touchpoints.some((one) => one.id === wanted) ? freeId(wanted, touchpoints) : wanted;
  return (
    <div ref={within}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          editor.edit((settings) =>
            withTouchpoint(settings, { id, stage, name: { [language.value]: name.trim() } }),
          );
          close();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
        }}
      >
        <TextField label={texts.journey.stepName} value={name} max={100} onChange={setName} />
        <div class="buttons">
          <button disabled={idOfName(name) === ''}>{texts.add}</button>
          <button type="button" class="plain" onClick={close}>
            {texts.cancel}
          </button>
        </div>
      </form>
    </div>
  );
};

/** Opens the team's own site with the overlay. The token stands behind the #, which no server sees. */
const LabelMyPages = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { api } = useDashboard();
  const draft = useDraft();
  const { journey: words } = texts;
  const unsaved = editor.changes.value.some(({ field }) => field === 'home');
  const troubleIn = useTroubleWords();
  const [trouble, setTrouble] = useState('');
  const open = async () => {
    setTrouble('');
    // Opened while the click is fresh, or the browser takes it for an advert.
    const tab = window.open('', '_blank');
    try {
      const path = api.url('/v1/settings/label', { site: editor.site });
      const { address } = await api.send<{ address?: string }>('POST', path, {
        author: editor.author.value,
      });
      if (!tab) return setTrouble(words.labelBlocked);
      if (!address) return tab.close();
      tab.opener = null;
      tab.location.href = address;
    } catch (cause) {
      tab?.close();
      setTrouble(troubleIn(cause));
    }
  };
  return (
    <section class="label-pages">
      <div>
        <h2>{words.label}</h2>
        <p class="quiet">{words.labelText}</p>
        {unsaved && <p class="hint">{words.labelSaveFirst}</p>}
        {trouble && (
          <p class="wrong" role="alert">
            {trouble}
          </p>
        )}
      </div>
      <TextField
        label={words.home}
        hint={words.homeHint}
        code
        value={draft.home ?? ''}
        onChange={(home) =>
          editor.edit((settings) => {
            const { home: _, ...rest } = settings;
            return home === '' ? rest : { ...rest, home };
          })
        }
      />
      <button
        type="button"
        class="primary"
        disabled={!draft.home || unsaved}
        onClick={() => void open()}
      >
        {words.label} ↗
      </button>
    </section>
  );
};
