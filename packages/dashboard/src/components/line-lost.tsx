import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useDashboard } from '../state.js';

/** A line that comes back at once is nobody's concern. */
const PATIENCE_MS = 2_000;

/** Says on every screen, on phones too, that figures no longer change by themselves. */
export const LineLost = (): JSX.Element => {
  const { live, texts } = useDashboard();
  const [lost, setLost] = useState(false);
  const state = live.state.value;
  useEffect(() => {
    if (state !== 'waiting') {
      setLost(false);
      return undefined;
    }
    const timer = setTimeout(() => setLost(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return <div role="status">{lost && <p class="notice">{texts.value.shell.lineLost}</p>}</div>;
};
