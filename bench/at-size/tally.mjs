// Counts of a filled store. Kept in arrays day by day, written as the rows that the collector would have written.
import { inserter } from './insert.mjs';
import { CROWDS, DAY_MS, HOUR_MS, STAGES, STANDINGS } from './world.mjs';

const COLUMNS = [
  'l1',
  'l2',
  'l3',
  'l4',
  'l5',
  'l6',
  'l7',
  'l8',
  'met',
  'eligible',
  'shown',
  'seen',
  'answered',
  'dismissed',
  'snoozed',
  'ignored',
  'never',
  'dwells',
  'dwell_ms',
];
const WIDE = COLUMNS.length;
const [MET, DWELLS, DWELL_MS] = ['met', 'dwells', 'dwell_ms'].map((name) => COLUMNS.indexOf(name));
const HOURS = 24;

export function counterOf(db, { touchpoints }) {
  const places = 1 + STANDINGS.length * STAGES.length * (touchpoints + 1);
  const stages = STANDINGS.length * STAGES.length;
  const insert = inserter(db, `tally (site, cut, place, crowd, start, ${COLUMNS.join(', ')})`);
  const days = new Map();
  const spare = [];
  const dayOf = (day) => {
    let found = days.get(day);
    if (!found) {
      found = spare.pop() ?? {
        byHour: new Int32Array(places * HOURS * WIDE),
        byCrowd: new Int32Array(places * CROWDS.length * WIDE),
        byHourAndCrowd: new Int32Array((1 + stages) * HOURS * CROWDS.length * WIDE),
      };
      days.set(day, found);
    }
    return found;
  };

  const addTo = (day, hour, place, crowd, column, n) => {
    day.byHour[(place * HOURS + hour) * WIDE + column] += n;
    day.byCrowd[(place * CROWDS.length + crowd) * WIDE + column] += n;
    if (place <= stages)
      day.byHourAndCrowd[((place * HOURS + hour) * CROWDS.length + crowd) * WIDE + column] += n;
  };

  const row = new Int32Array(WIDE);
  const writeRow = (cut, place, crowd, start, cells, offset) => {
    let any = 0;
    for (let i = 0; i < WIDE; i += 1) any |= row[i] = cells[offset + i];
    if (any !== 0) insert.add(`1,${cut},${place},${crowd},${start},${row.join()}`);
  };
  const writeHour = (place, start, cells, hour) => {
    for (let crowd = 0; crowd < CROWDS.length; crowd += 1)
      writeRow(
        7,
        place,
        crowd + 1,
        start,
        cells,
        ((place * HOURS + hour) * CROWDS.length + crowd) * WIDE,
      );
  };
  const write = (number, { byHour, byCrowd, byHourAndCrowd }) => {
    const whole = new Int32Array(WIDE);
    for (let place = 1; place < places; place += 1) {
      const deep = place > stages;
      whole.fill(0);
      for (let hour = 0; hour < HOURS; hour += 1) {
        const offset = (place * HOURS + hour) * WIDE;
        writeRow(deep ? 3 : 1, place, 0, number * HOURS + hour, byHour, offset);
        for (let i = 0; i < WIDE; i += 1) whole[i] += byHour[offset + i];
        if (!deep) writeHour(place, number * HOURS + hour, byHourAndCrowd, hour);
      }
      writeRow(deep ? 4 : 2, place, 0, number, whole, 0);
      for (let crowd = 0; crowd < CROWDS.length; crowd += 1)
        writeRow(
          deep ? 6 : 5,
          place,
          crowd + 1,
          number,
          byCrowd,
          (place * CROWDS.length + crowd) * WIDE,
        );
    }
    insert.end();
    byHour.fill(0);
    byCrowd.fill(0);
    byHourAndCrowd.fill(0);
  };

  return {
    count({ at, crowd, stagePlace, touchpointPlace, type, event, level, dwellMs }) {
      const day = dayOf(Math.floor(at / DAY_MS));
      const hour = Math.floor(at / HOUR_MS) % HOURS;
      const both = (column) => {
        addTo(day, hour, stagePlace, crowd, column, 1);
        addTo(day, hour, touchpointPlace, crowd, column, 1);
      };
      if (type === 'rating') both(level - 1);
      else if (type === 'ask') both(COLUMNS.indexOf(event));
      else if (event === 'touchpoint') addTo(day, hour, touchpointPlace, crowd, MET, 1);
      else if (event === 'stage') addTo(day, hour, stagePlace, crowd, MET, 1);
      else if (event === 'dwell') {
        addTo(day, hour, stagePlace, crowd, DWELLS, 1);
        addTo(day, hour, stagePlace, crowd, DWELL_MS, dwellMs);
      }
    },
    /** Writes the days of which nothing more comes. */
    flushBefore(end) {
      for (const [number, cells] of [...days].sort(([a], [b]) => a - b)) {
        if (number >= end) continue;
        write(number, cells);
        days.delete(number);
        spare.push(cells);
      }
    },
  };
}
