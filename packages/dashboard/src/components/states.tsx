import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from '../data/api.js';
import type { Loaded } from '../data/resource.js';
import { useDashboard } from '../state.js';
import { SignIn } from './sign-in.js';

export interface LoadProps<T> {
  of: Loaded<T>;
  again: () => void;
  children: (value: T) => ComponentChildren;
}

/** A screen's part that waits for the collector: its loading, failed and filled states. */
export function Load<T>({ of, again, children }: LoadProps<T>): JSX.Element {
  const { value, stale, loading, error } = of;
  const texts = useDashboard().texts.value.shell;
  if (value === undefined) return error ? <Troubled error={error} again={again} /> : <Loading />;
  return (
    <div class={stale ? 'loaded stale' : 'loaded'} aria-busy={stale || loading}>
      {stale && <Progress />}
      {error && (
        <p class="notice" role="status">
          {texts.notFresh}{' '}
          <button type="button" class="plain" onClick={again}>
            {texts.again}
          </button>
        </p>
      )}
      {children(value)}
    </div>
  );
}

/** Before this, nothing is shown: an answer that comes at once must not blink. */
const PATIENCE_MS = 4_000;

export const Loading = (): JSX.Element => {
  const texts = useDashboard().texts.value.shell;
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state loading" role="status">
      <Progress />
      <p>{long ? texts.longer : texts.loading}</p>
      <div class="skeleton" aria-hidden="true" />
    </div>
  );
};

const Progress = (): JSX.Element => <div class="progress" aria-hidden="true" />;

export const Troubled = ({ error, again }: { error: ApiError; again: () => void }): JSX.Element => {
  const dashboard = useDashboard();
  const texts = dashboard.texts.value.shell;
  const signedOut = error.trouble === 'signed-out';
  const { title, text } =
    signedOut && dashboard.refusedLink
      ? texts.refusedLink[dashboard.refusedLink]
      : texts.trouble[error.trouble];
  return (
    <div class="state trouble" role="alert">
      {/* Signed out there is no screen with a heading of its own. */}
      {signedOut ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{text}</p>
      {signedOut ? (
        <SignIn done={again} />
      ) : (
        <button type="button" class="primary" onClick={again}>
          {texts.again}
        </button>
      )}
      {error.trouble === 'broken' && <p class="note">{error.detail}</p>}
    </div>
  );
};

export interface EmptyProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

export const Empty = ({ title, text, children }: EmptyProps): JSX.Element => (
  <div class="state empty">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </div>
);
