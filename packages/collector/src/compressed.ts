import { Readable, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip as gzipCompress,
} from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { codingFor, WORTH_BYTES, type Coding } from './encoding.js';

const COMPRESSED = /^(?:application\/(?:json|jsonl)|text\/(?:csv|plain))\b/;

/** Each answer is made anew, so levels are low. */
const GZIP = { level: 3 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };

const [brotli, gzip] = [promisify(brotliCompress), promisify(gzipCompress)];
const whole = {
  br: (bytes: Uint8Array) => brotli(bytes, BROTLI),
  gzip: (bytes: Uint8Array) => gzip(bytes, GZIP),
};
const stream = { br: () => createBrotliCompress(BROTLI), gzip: () => createGzip(GZIP) };

/**
 * Compresses answers as their readers take them, streams as they come. Hono's own has neither brotli nor a level, and
 * compresses the smallest answers too, since their length is not among the headers.
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  // receipts are small, and come by the thousand
  if (c.req.path === '/v1/records' || !isCompressible(c.res)) return;
  if (!/\baccept-encoding\b/i.test(c.res.headers.get('Vary') ?? ''))
    c.header('Vary', 'Accept-Encoding', { append: true });
  const coding = codingFor(c.req.header('Accept-Encoding') ?? '');
  const { status, headers, body } = c.res;
  if (!coding || !body) return;
  const { bytes, isCompressed } = await compressedAs(coding, body.getReader());
  if (isCompressed) headers.set('Content-Encoding', coding);
  // given while there is another one, its headers would be joined to those of the other
  c.res = undefined;
  c.res = new Response(bytes, { status, headers });
};

const isCompressible = ({ headers }: Response): boolean =>
  !headers.has('Content-Encoding') && COMPRESSED.test(headers.get('Content-Type') ?? '');

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** What is there at once is compressed at once: it has a length then. */
async function compressedAs(coding: Coding, reader: Reader) {
  const { value: first = new Uint8Array() } = await reader.read();
  const { value: second } = await reader.read();
  if (second) return { bytes: throughStream(coding, [first, second], reader), isCompressed: true };
  if (first.length < WORTH_BYTES) return { bytes: first, isCompressed: false };
  return { bytes: Uint8Array.from(await whole[coding](first)), isCompressed: true };
}

function throughStream(coding: Coding, begun: Uint8Array[], reader: Reader): ReadableStream {
  async function* parts() {
    try {
      yield* begun;
      for (let next = await reader.read(); next.value; next = await reader.read()) yield next.value;
    } finally {
      // a reader who leaves leaves the store in peace too
      await reader.cancel();
    }
  }
  const coder = stream[coding]();
  // what goes wrong on either side ends the other; whoever reads is told by the stream itself
  pipeline(Readable.from(parts()), coder, () => {});
  return Readable.toWeb(coder) as ReadableStream;
}
