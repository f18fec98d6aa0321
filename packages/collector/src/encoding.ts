import { promisify } from 'node:util';
import { brotliCompress, gzip as gzipCompress } from 'node:zlib';

/** A body, compressed once for everybody; without the two where that saves nothing. */
export interface Encoded {
  plain: Uint8Array;
  br?: Uint8Array;
  gzip?: Uint8Array;
}

/** Under a packet's size compression saves nothing. */
const WORTH_BYTES = 1_000;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzipCompress);

export const encode = async (plain: Uint8Array): Promise<Encoded> => {
  if (plain.length < WORTH_BYTES) return { plain };
  const [br, gzip] = await Promise.all([brotli(plain), deflate(plain)]);
  return { plain, br, gzip };
};

/** What this client is sent, by its `Accept-Encoding`, and the headers that say so. */
export const encodedFor = (
  accepted: string,
  { plain, br, gzip }: Encoded,
): { body: Uint8Array; headers: Record<string, string> } => {
  if (!br || !gzip) return { body: plain, headers: {} };
  const vary = { Vary: 'Accept-Encoding' };
  if (/\bbr\b/.test(accepted)) return { body: br, headers: { ...vary, 'Content-Encoding': 'br' } };
  return /\bgzip\b/.test(accepted)
    ? { body: gzip, headers: { ...vary, 'Content-Encoding': 'gzip' } }
    : { body: plain, headers: vary };
};
