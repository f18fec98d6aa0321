// Puts records into valid batches and delivers them as an outbox does: again until the collector has answered.

const MAX_BYTES = 64_000;
const SDK = 'simulated-1.0.0';
const PATIENCE_MS = 5 * 60_000;

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const sizeOf = (text) => Buffer.byteLength(text);

/** @param {{ collector: string, site: string }} options */
export function createSender({ collector, site }) {
  const receipt = { accepted: 0, duplicates: 0, rejected: 0 };
  const nobody = `No collector answers at ${collector}: start one with npm start, or say where it is with --collector.`;
  let waiting = [];
  let bytes = 0;

  async function check() {
    const response = await fetch(`${collector}/healthz`).catch(() => undefined);
    if (!response) throw new Error(nobody);
    if (!response.ok)
      throw new Error(
        `${collector} answers ${response.status} to /healthz: that is no Wayfelt collector.`,
      );
  }

  /** Records of one clock; those of a skewed clock travel alone, with its sending time. */
  async function add(records, skewMs) {
    if (skewMs !== 0)
      return await sendAll(
        records.map((record) => JSON.stringify(record)),
        skewMs,
      );
    for (const record of records) {
      const text = JSON.stringify(record);
      if (bytes + sizeOf(text) + 1 > MAX_BYTES - 500) await finish();
      waiting.push(text);
      bytes += sizeOf(text) + 1;
    }
  }

  async function finish() {
    const sending = waiting;
    waiting = [];
    bytes = 0;
    if (sending.length > 0) await send(sending, 0);
  }

  async function sendAll(texts, skewMs) {
    const half = Math.ceil(texts.length / 2);
    if (sizeOf(texts.join()) <= MAX_BYTES - 500) return await send(texts, skewMs);
    await sendAll(texts.slice(0, half), skewMs);
    await sendAll(texts.slice(half), skewMs);
  }

  async function send(texts, skewMs) {
    if (texts.length === 0) return;
    const began = Date.now();
    for (let tries = 0; ; tries++) {
      const response = await post(texts, skewMs);
      if (response?.ok) return count(await response.json());
      if (response?.status === 413 && texts.length > 1) {
        const half = Math.ceil(texts.length / 2);
        await send(texts.slice(0, half), skewMs);
        return await send(texts.slice(half), skewMs);
      }
      if (response && response.status !== 429 && response.status < 500)
        throw new Error(
          `The collector refuses the batch (${response.status}): ${await response.text()}`,
        );
      if (Date.now() - began > PATIENCE_MS)
        throw new Error(
          response ? `The collector kept answering ${response.status}; given up.` : nobody,
        );
      await wait(pauseMs(response, tries));
    }
  }

  const post = (texts, skewMs) => {
    const head = JSON.stringify({ site, sdk: SDK, sentAt: Date.now() + skewMs });
    const body = `${head.slice(0, -1)},"records":[${texts.join()}]}`;
    const headers = { 'Content-Type': 'text/plain' };
    return fetch(`${collector}/v1/records`, { method: 'POST', headers, body }).catch(
      () => undefined,
    );
  };

  const pauseMs = (response, tries) => {
    const seconds = Number(response?.headers.get('Retry-After') ?? Number.NaN);
    return Number.isFinite(seconds)
      ? Math.min(60, seconds) * 1000
      : Math.min(10_000, 250 * 2 ** tries);
  };

  function count({ accepted, duplicates, rejected }) {
    receipt.accepted += accepted;
    receipt.duplicates += duplicates;
    receipt.rejected += rejected.length;
  }

  /** Writes what the team believes into the site's settings; needs the reader's token. */
  async function believe(beliefs, token) {
    const url = `${collector}/v1/settings?site=${site}`;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const read = await fetch(url, { headers }).catch(() => undefined);
    if (!read?.ok) return refused('read', read);
    const { version, settings } = await read.json();
    const known = new Map(settings.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
    for (const { touchpoint: id, stage, beliefs: told } of beliefs)
      known.set(id, { stage, ...known.get(id), id, beliefs: told });
    const changed = { ...settings, touchpoints: [...known.values()] };
    const written = await fetch(url, {
      method: 'PUT',
      headers,
      body: JSON.stringify({
        base: version ?? 0,
        settings: changed,
        note: 'What the team believes of the simulated visitors',
        publish: true,
        author: 'demo:visitors',
      }),
    }).catch(() => undefined);
    return written?.ok ? true : refused('write', written);
  }

  const refused = async (verb, response) => {
    const why = response ? `${response.status}: ${await response.text()}` : 'no answer';
    console.error(`The settings could not be ${verb === 'read' ? 'read' : 'written'} (${why}).`);
    return false;
  };

  return { check, add, finish, believe, receipt: () => receipt };
}
