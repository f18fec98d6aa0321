import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatAddress } from '../address.js';
import type { ApiError } from '../data/api.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { Copy } from './copy.js';

const DAYS = [7, 30, 90, 365] as const;
const DEFAULT_DAYS = 30;

/** A link to this view for reading only, until a day. */
export const Share = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts } = useDashboard();
  const { shell } = texts.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [opened, setOpened] = useState(0);
  // with the form in it, whose first field then has the focus
  useLayoutEffect(() => {
    if (opened > 0) dialog.current?.showModal();
  }, [opened]);
  return (
    <>
      <button type="button" class="action" onClick={() => setOpened(opened + 1)}>
        {shell.share}
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{shell.shareTitle}</h2>
        <p class="quiet">{shell.shareWhy}</p>
        {opened > 0 && <ShareForm sites={sites} />}
        <form method="dialog">
          <button class="plain">{shell.close}</button>
        </form>
      </dialog>
    </>
  );
};

interface Shared {
  link: string;
  expires: number;
}

const ShareForm = ({ sites }: { sites: Sites }): JSX.Element => {
  const { api, address, texts, formats } = useDashboard();
  const { shell } = texts.value;
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const [comments, setComments] = useState(false);
  const [shared, setShared] = useState<Shared | ApiError>();
  const make = async (): Promise<void> => {
    const site = sites.current.value ?? '';
    try {
      const { token, expires } = await api.send<{ token: string; expires: number }>(
        'POST',
        `/v1/shares?site=${encodeURIComponent(site)}`,
        { days, comments },
      );
      const { screen, rest, params } = address.peek();
      const view = formatAddress({ screen, rest, params: { ...params, site, share: token } });
      setShared({ link: `${window.location.origin}/${view}`, expires });
    } catch (cause) {
      setShared(cause as ApiError);
    }
  };
  return (
    <div class="share-form">
      <label class="choice">
        <span>{shell.shareDays}</span>
        <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {DAYS.map((n) => (
            <option key={n} value={n}>
              {shell.shareFor(n)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={comments}
          onChange={(event) => setComments(event.currentTarget.checked)}
        />
        {shell.shareComments}
      </label>
      <button type="button" class="primary" onClick={() => void make()}>
        {shell.makeLink}
      </button>
      <div role="status" class="shared">
        {shared && 'link' in shared && (
          <>
            <input
              readOnly
              aria-label={shell.shareTitle}
              value={shared.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Copy text={shared.link} />
            <p class="note">{shell.linkUntil(formats.value.day(shared.expires))}</p>
          </>
        )}
        {shared && 'trouble' in shared && (
          <p class="notice">{shell.trouble[shared.trouble].title}</p>
        )}
      </div>
    </div>
  );
};
