import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { shareText } from '../components/figures.js';
import { languageName } from '../components/rare-filters.js';
import { useNames } from '../names.js';
import { useDashboard } from '../state.js';

/** Whether those who answer are like those who do not, and whether what was answered arrived. */
export const RatersPanel = ({
  report,
  touchpoint,
}: {
  report: Report;
  touchpoint: string;
}): JSX.Element => {
  const { texts, formats, language } = useDashboard();
  const { touchpoint: words, shell, answering } = texts.value;
  const names = useNames();
  const { percent, count } = formats.value;
  const properties: { [by: string]: string } = { ...shell.filter, dwell: answering.dwell };
  const devices: { [id: string]: string } = shell.devices;
  const valueOf = (by: string, value: string): string => {
    if (by === 'stage') return names.stage(value);
    if (value === '') return words.unknown;
    if (by === 'locale') return languageName(value, language.value);
    if (by === 'dwell') return answering.dwells[value] ?? value;
    return by === 'device' ? (devices[value] ?? value) : (shell.sources[value] ?? value);
  };
  const raters = report.response.raters.filter(({ values }) => values.length > 1);
  const { delivery, setAside } = report;
  const here = delivery?.places.find((place) => place.touchpoint === touchpoint);
  return (
    <section class="silence">
      <h3>{words.raters}</h3>
      {raters.length === 0 && <p class="quiet">{words.ratersFew}</p>}
      {raters.map(({ by, values, warning, weighted, adjustedP }) => (
        <details key={by} class="behind" open={warning}>
          <summary>
            {properties[by] ?? by}:{' '}
            {adjustedP === null ? words.ratersFew : words[warning ? 'ratersDiffer' : 'ratersAlike']}
          </summary>
          <div
            class="scroll"
            role="region"
            tabIndex={0}
            aria-label={`${words.raters}: ${properties[by] ?? by}`}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{properties[by] ?? by}</th>
                  <th scope="col">{words.ofMet}</th>
                  <th scope="col">{words.ofRaters}</th>
                  <th scope="col">{shell.positiveShare}</th>
                </tr>
              </thead>
              <tbody>
                {inOrder(values, by === 'dwell' ? Object.keys(answering.dwells) : []).map(
                  ({ value, ofMet, ofRaters, positive }) => (
                    <tr key={value}>
                      <th scope="row">{valueOf(by, value)}</th>
                      <td>{percent(ofMet)}</td>
                      <td>{percent(ofRaters)}</td>
                      <td>{shareText(positive, formats.value, texts.value)}</td>
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          </div>
          {weighted && (
            <p class="quiet">
              {words.weighted(
                percent(weighted.raw),
                percent(weighted.share),
                percent(weighted.low),
                percent(weighted.high),
              )}{' '}
              {answering.effectiveN(count(weighted.n), count(Math.round(weighted.effectiveN)))}
            </p>
          )}
        </details>
      ))}
      {delivery && delivery.made > 0 && (
        <p>
          {delivery.made <= delivery.arrived && delivery.dropped === 0
            ? words.deliveredAll(count(delivery.made))
            : words.delivered(
                count(delivery.made),
                count(Math.max(0, delivery.made - delivery.arrived)),
                count(delivery.dropped),
              )}
        </p>
      )}
      {here && here.missing + here.perhaps > 0 && (
        <p>{answering.arrived(count(here.missing), count(here.perhaps), count(here.arrived))}</p>
      )}
      {setAside && setAside.answers > 0 && (
        <p>
          {answering.setAside(
            count(setAside.answers),
            count(setAside.rule.answers),
            count(setAside.rule.apartMs),
          )}
        </p>
      )}
    </section>
  );
};

/** Those that `order` names first, in its order; the others as they come. */
const inOrder = <Row extends { value: string }>(rows: readonly Row[], order: readonly string[]) => {
  const place = ({ value }: Row): number =>
    order.includes(value) ? order.indexOf(value) : Infinity;
  return [...rows].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
};
