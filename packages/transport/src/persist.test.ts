import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOutbox } from '../../../test/support/fault-build.js';
import { createRandom } from '../../../test/support/fault-random.js';
import { createIdStore } from '../../../test/support/fault-store.js';
import { createWorld } from '../../../test/support/fault-world.js';

let code: string;
beforeAll(async () => {
  code = await buildOutbox();
});

const SCHEDULES = 300;

describe('an outbox whose consent changes', () => {
  it('delivers every record, whenever storage is allowed or forbidden', async () => {
    for (let seed = 1; seed <= SCHEDULES; seed++) {
      const random = createRandom(seed);
      const store = createIdStore();
      const world = createWorld(code, store.take, random);
      const { outbox } = world.openTab({ persist: random.chance(0.5) });
      const made: string[] = [];
      const log: string[] = [];
      for (let step = 0; step < 12; step++) {
        const what = random.below(5);
        log.push(String(what));
        if (what < 2) {
          const id = `${made.length}`;
          made.push(id);
          void outbox.add({ id }, { urgent: what === 1 });
        } else if (what === 2) void outbox.setPersist(random.chance(0.7));
        else if (what === 3) void outbox.flush();
        else if (random.chance(0.5)) await world.pass(random.below(50));
        for (let i = random.below(6); i > 0; i--) await turn();
      }
      let left: { waiting: number } | undefined;
      void outbox.flush().then((result) => (left = result));
      await world.pass(10_000);
      const seen = [...store.rows.keys()].toSorted();
      expect({ seed, log: log.join(''), left, seen }).toEqual({
        seed,
        log: log.join(''),
        left: { waiting: 0 },
        seen: made.toSorted(),
      });
    }
  });
});
