import { isLevel, levelId } from '@wayfelt/protocol';
import type { ComponentChildren, JSX } from 'preact';
import type { Voice } from '@wayfelt/protocol';
import { useNames } from '../names.js';
import { useDashboard } from '../state.js';

/** A comment with its level, where it was said, by whom, and when. */
export const VoiceItem = ({
  voice,
  children,
}: {
  voice: Voice;
  children?: ComponentChildren;
}): JSX.Element => {
  const { texts, formats, now } = useDashboard();
  const names = useNames();
  const { words, shell } = texts.value;
  const who: { [standing: string]: string } = shell.oneStanding;
  return (
    <li class="voice">
      <p class={`level-tag level-tag-${voice.level}`}>
        <svg width="10" height="10" aria-hidden="true">
          <rect class={`fill-level-${voice.level}`} width="10" height="10" rx="2" />
        </svg>
        {isLevel(voice.level) && words[levelId(voice.level)].name}
      </p>
      <blockquote lang={voice.locale}>{voice.comment}</blockquote>
      <p class="voice-where">
        <span>{names.stage(voice.stage)}</span>
        {voice.touchpoint && <Touchpoint id={voice.touchpoint} />}
        <span>{who[voice.standing] ?? voice.standing}</span>
        <time dateTime={new Date(voice.at).toISOString()} title={formats.value.moment(voice.at)}>
          {formats.value.ago(voice.at, now())}
        </time>
      </p>
      {(voice.reasons?.length || voice.intent) && (
        <p class="voice-where">
          {voice.reasons?.map((reason) => (
            <span key={reason} class="tag">
              {reason}
            </span>
          ))}
          {voice.intent && <span>{texts.value.voices.intents[voice.intent] ?? voice.intent}</span>}
        </p>
      )}
      {children}
    </li>
  );
};

/** Its name where it has one, else its path as the page gave it. */
export const Touchpoint = ({ id }: { id: string }): JSX.Element => {
  const name = useNames().touchpoint(id);
  return <span>{name === id ? <code>{id}</code> : name}</span>;
};
