import { promisify } from 'node:util';
import { brotliCompress, gzip as gzipCompress } from 'node:zlib';

/** How a body can be sent, the smaller first. */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** A body, compressed once for everybody; without the two where that saves nothing. */
export interface Encoded {
  plain: Uint8Array;
  br?: Uint8Array;
  gzip?: Uint8Array;
}

/** Under a packet's size compression saves nothing. */
export const WORTH_BYTES = 1_000;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzipCompress);

export const encode = async (plain: Uint8Array): Promise<Encoded> => {
  if (plain.length < WORTH_BYTES) return { plain };
  const [br, gzip] = await Promise.all([brotli(plain), deflate(plain)]);
  return { plain, br, gzip };
};

/** What a client takes, by its `Accept-Encoding`; `q=0` says "not this one". */
export const codingFor = (accepted: string): Coding | undefined => {
  const taken = accepted
    .toLowerCase()
    .split(',')
    .map((one) => one.replaceAll(/\s/g, ''))
    .filter((one) => !/;q=0(?:\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]);
  return CODINGS.find((coding) => taken.includes(coding));
};

/** What this client is sent, by its `Accept-Encoding`, and the headers that say so. */
export const encodedFor = (
  accepted: string,
  { plain, br, gzip }: Encoded,
): { body: Uint8Array; headers: Record<string, string> } => {
  if (!br || !gzip) return { body: plain, headers: {} };
  const vary = { Vary: 'Accept-Encoding' };
  const coding = codingFor(accepted);
  return coding
    ? { body: { br, gzip }[coding], headers: { ...vary, 'Content-Encoding': coding } }
    : { body: plain, headers: vary };
};
