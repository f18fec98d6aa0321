import { BURST } from '@wayfelt/protocol';

/** How far around an answer others may lie that only now become part of a burst: shorter rows reach no further. */
export const BURST_REACH_MS = BURST.answers * BURST.apartMs;

/**
 * One visitor's answers, in order of time, that follow each other faster than a person gives them, around the one at
 * `at`: from `BURST.answers` on they are a burst.
 */
export function runAround<T extends { at: number }>(answers: readonly T[], at: number): T[] {
  let run: T[] = [];
  for (const answer of answers) {
    const last = run.at(-1);
    if (last && answer.at - last.at > BURST.apartMs) {
      if (last.at >= at) return run;
      run = [];
    }
    run.push(answer);
  }
  return (run.at(-1)?.at ?? at - 1) >= at ? run : [];
}
