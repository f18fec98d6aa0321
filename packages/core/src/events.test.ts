import { expect, test } from 'vitest';
import { createEvents } from './events.js';

test('a listener that throws does not stop the others, and a stopped one hears nothing', () => {
  const { on, emit } = createEvents<{ stage: string }>();
  const heard: string[] = [];
  on('stage', () => {
    throw new Error('the page is wrong');
  });
  const stop = on('stage', (value) => heard.push(value));
  emit('stage', 'search');
  stop();
  emit('stage', 'use');
  expect(heard).toEqual(['search']);
});
