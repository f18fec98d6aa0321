import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api.js';
import { createResource } from './resource.js';

const later = <T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (cause: unknown) => void } => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (cause: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('what a screen knows', () => {
  it('keeps the old figures and says that they are stale while other ones are fetched', async () => {
    const key = signal('a');
    const answers = [later<number>(), later<number>()];
    let asked = 0;
    const { state } = createResource(
      () => key.value,
      () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often')),
    );
    expect(state.value).toMatchObject({ value: undefined, loading: true, stale: false });
    answers[0]?.resolve(1);
    await settled();
    expect(state.value).toMatchObject({ value: 1, loading: false, stale: false });
    key.value = 'b';
    expect(state.value).toMatchObject({ value: 1, stale: true });
    answers[1]?.resolve(2);
    await settled();
    expect(state.value).toMatchObject({ value: 2, stale: false });
  });

  it('never lets a slower, older answer replace a newer one', async () => {
    const key = signal('a');
    const answers = [later<string>(), later<string>()];
    let asked = 0;
    const { state } = createResource(
      () => key.value,
      () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often')),
    );
    key.value = 'b';
    answers[1]?.resolve('new');
    await settled();
    answers[0]?.resolve('old');
    await settled();
    expect(state.value.value).toBe('new');
  });

  it('keeps the figures when a refresh fails, and drops them when other filters fail', async () => {
    const key = signal('a');
    let fails = false;
    const resource = createResource(
      () => key.value,
      () => (fails ? Promise.reject(new ApiError('busy', 'later')) : Promise.resolve(1)),
    );
    await settled();
    fails = true;
    resource.refresh();
    await settled();
    expect(resource.state.value).toMatchObject({ value: 1, error: { trouble: 'busy' } });
    key.value = 'b';
    await settled();
    expect(resource.state.value).toMatchObject({ value: undefined, error: { trouble: 'busy' } });
  });

  it('shows no figures of another kind while the wanted ones are fetched', async () => {
    const key = signal('a touchpoint');
    const { state } = createResource(
      () => key.value,
      () => Promise.resolve(key.peek()),
      () => key.peek().split(' ')[1],
    );
    await settled();
    key.value = 'another touchpoint';
    expect(state.value).toMatchObject({ value: 'a touchpoint', stale: true });
    await settled();
    key.value = 'the journey';
    expect(state.value).toMatchObject({ value: undefined, loading: true });
    await settled();
    expect(state.value).toMatchObject({ value: 'the journey', stale: false });
  });
});
