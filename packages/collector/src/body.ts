import { gunzipSync } from 'node:zlib';
import { LIMITS } from '@wayfelt/protocol';
import { Problem } from './problem.js';

const tooLarge = () =>
  new Problem(
    413,
    `The body is larger than ${LIMITS.batchBytes} bytes; send fewer records at once.`,
  );

/**
 * A body's text, never more than `LIMITS.batchBytes`, unpacked as well. Compression is seen by its first bytes:
 * a `Content-Encoding` header would make the browser's request one that needs a preflight.
 */
export async function textOf(request: Request): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LIMITS.batchBytes) throw tooLarge();
  const bytes = await readAtMost(request, LIMITS.batchBytes);
  return new TextDecoder().decode(isGzip(bytes) ? unpack(bytes) : bytes);
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const unpack = (bytes: Uint8Array): Uint8Array => {
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.batchBytes });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge();
    throw new Problem(400, 'The body begins like gzip, and cannot be unpacked.');
  }
};
