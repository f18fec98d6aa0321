import type { JSX } from 'preact';
import type { PrivacySettings, RetentionSettings } from '@wayfelt/protocol';
import { CheckField, NumberField, SelectField } from '../fields.js';
import { useDraft, useEditing } from '../use-editor.js';

/** What is kept of visitors, and for how long. */
export const PrivacyPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { privacy, retention } = useDraft();
  const { privacy: words } = texts;
  const setPrivacy = (change: Partial<PrivacySettings>) =>
    editor.edit((settings) => ({ ...settings, privacy: { ...privacy, ...change } }));
  const setRetention = (change: Partial<RetentionSettings>) =>
    editor.edit((settings) => ({ ...settings, retention: { ...retention, ...change } }));
  return (
    <>
      <p class="lead">{words.lead}</p>
      <div class="form-wide">
        <SelectField
          label={words.consent}
          value={privacy.consent}
          options={(['implied', 'required'] as const).map((value) => ({
            value,
            text: words.consents[value],
          }))}
          onChange={(consent) => setPrivacy({ consent })}
        />
        <CheckField
          label={words.comments}
          hint={words.commentsHint}
          value={privacy.comments}
          onChange={(comments) => setPrivacy({ comments })}
        />
      </div>
      <section>
        <h2>{words.retention}</h2>
        <p class="hint">{words.retentionHint}</p>
        <div class="form-grid">
          <NumberField
            label={words.records}
            min={1}
            max={3_650}
            unit={texts.days}
            value={retention.recordDays}
            onChange={(recordDays) => setRetention({ recordDays })}
          />
          <NumberField
            label={words.commentDays}
            min={1}
            max={3_650}
            unit={texts.days}
            value={retention.commentDays}
            onChange={(commentDays) => setRetention({ commentDays })}
          />
        </div>
      </section>
    </>
  );
};
