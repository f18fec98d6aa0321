import { isLevel, levelId } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Touchpoint } from '../components/voice.js';
import type { PathStep, Voice } from '@wayfelt/protocol';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

/** How the writer of a comment came there, and what happened then; asked for when it is opened. */
export const VoicePath = ({ voice, sites }: { voice: Voice; sites: Sites }): JSX.Element => {
  const { api, texts } = useDashboard();
  const { voices: words, shell } = texts.value;
  const [path, setPath] = useState<PathStep[] | 'failed'>();
  const open = (event: Event): void => {
    if (path || !(event.currentTarget as HTMLDetailsElement).open) return;
    api
      .get<{ path: PathStep[] }>(`/v1/comments/${voice.id}/path`, { site: sites.current.value })
      .then(
        (answer) => setPath(answer.path),
        () => setPath('failed'),
      );
  };
  return (
    <details class="behind path" onToggle={open}>
      <summary>{words.path}</summary>
      {path === undefined && <p class="quiet">{shell.loading}</p>}
      {path === 'failed' && <p class="note">{shell.trouble.broken.text}</p>}
      {Array.isArray(path) && path.length === 0 && <p class="quiet">{words.noPath}</p>}
      {Array.isArray(path) && path.length > 0 && <Steps path={path} own={voice.id} />}
    </details>
  );
};

const Steps = ({ path, own }: { path: readonly PathStep[]; own: string }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { voices: words } = texts.value;
  return (
    <>
      <p class="quiet">{words.pathWhy}</p>
      <ol class="steps">
        {path.map((step, index) => (
          <li key={step.id} aria-current={step.id === own ? 'true' : undefined}>
            {step.visit !== path[index - 1]?.visit && (
              <b>{words.visit(formats.value.count(step.visit))}</b>
            )}
            <time dateTime={new Date(step.at).toISOString()}>{formats.value.moment(step.at)}</time>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </>
  );
};

const Step = ({ step }: { step: PathStep }): JSX.Element => {
  const { texts } = useDashboard();
  const names = useNames();
  const { voices: words, words: levels, outcomes } = texts.value;
  const { type, event, level, comment, outcome, stage, touchpoint } = step;
  const outcomeNames: { [id: string]: string } = outcomes.names;
  const did: { [event: string]: string } = words.did;
  return (
    <span>
      {type === 'rating' && level !== undefined && isLevel(level) && (
        <span class={`level-tag level-tag-${level}`}>
          <svg width="10" height="10" aria-hidden="true">
            <rect class={`fill-level-${level}`} width="10" height="10" rx="2" />
          </svg>
          {levels[levelId(level)].name}
        </span>
      )}
      {type === 'outcome' && <b>{outcomeNames[outcome ?? ''] ?? outcome}</b>}
      {type === 'ask' && <i>{did[event ?? ''] ?? event}: </i>}{' '}
      {type !== 'outcome' && (touchpoint ? <Touchpoint id={touchpoint} /> : names.stage(stage))}
      {comment && <q>{comment}</q>}
    </span>
  );
};
