import type { JSX } from 'preact';
import { saveTable } from '../charts/save.js';
import { stageValues } from '../data/stage-values.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { Later } from './later.js';
import { SaveMenu } from './save-menu.js';
import { Share } from './share.js';

/** What can be done with the whole view: hand it on, print it, take its values along. */
export const Actions = ({ sites }: { sites: Sites }): JSX.Element => (
  <div class="actions">
    <Later>{() => <Buttons sites={sites} />}</Later>
  </div>
);

const Buttons = ({ sites }: { sites: Sites }): JSX.Element => {
  const { shell } = useDashboard().texts.value;
  const report = sites.report.state.value.value;
  return (
    <>
      {report && (
        <SaveMenu
          label={shell.perStage}
          title={shell.save}
          choices={[
            ['CSV', () => saveTable(stageValues(report), 'wayfelt-stages.csv')],
            ['JSON Lines', () => saveTable(stageValues(report), 'wayfelt-stages.jsonl')],
          ]}
        />
      )}
      <button type="button" class="action" onClick={() => window.print()}>
        {shell.print}
      </button>
      {sites.reader.value?.role === 'team' && <Share sites={sites} />}
    </>
  );
};
