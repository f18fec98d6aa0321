import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { ApiError } from '../data/api.js';
import { useDashboard } from '../state.js';

/** Signs in with the reader's token, as the sign-in link does. */
export const SignIn = ({ done }: { done: () => void }): JSX.Element => {
  const { api, texts } = useDashboard();
  const [wrong, setWrong] = useState<string>();
  const shell = texts.value.shell;
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const token = tokenIn(String(new FormData(event.currentTarget).get('token')));
    try {
      await api.send('POST', '/v1/session', { token });
      done();
    } catch (cause) {
      const trouble = cause instanceof ApiError ? cause.trouble : 'broken';
      setWrong(trouble === 'signed-out' ? shell.wrongToken : shell.trouble[trouble].title);
    }
  };
  return (
    <form class="sign-in" onSubmit={(event) => void submit(event)}>
      <label>
        <span>{shell.token}</span>
        <input name="token" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" class="primary">
        {shell.signIn}
      </button>
      {wrong && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
};

/** Whoever pastes the whole sign-in link means the token in it. */
const tokenIn = (given: string): string =>
  (/(?:^|[#&?])token=([^&\s]+)/.exec(given)?.[1] ?? given).trim();
