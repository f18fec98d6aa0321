import { gunzipSync } from 'node:zlib';
import { LIMITS } from '@wayfelt/protocol';
import { shown } from '@wayfelt/protocol/settings-check';
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
  const bytes = await readAtMost(request, LIMITS.batchBytes, tooLarge);
  return new TextDecoder().decode(isGzip(bytes) ? unpack(bytes) : bytes);
}

/**
 * A body that holds a JSON object, and says that it is JSON: no foreign page can send that in a reader's name without
 * asking first. Throws `Problem`.
 */
export async function jsonObjectOf(
  request: Request,
  most: number,
): Promise<Record<string, unknown>> {
  const type = request.headers.get('Content-Type') ?? undefined;
  if (!/^application\/json\b/.test(type ?? ''))
    throw new Problem(415, `Content-Type: expected application/json, got ${shown(type)}`);
  const tooLong = () => new Problem(413, `The body is larger than ${most} bytes.`);
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw tooLong();
  const text = new TextDecoder().decode(await readAtMost(request, most, tooLong));
  const body = parsed(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new Problem(
    400,
    `The body: expected a JSON object, got ${shown(body ?? (text || undefined))}`,
  );
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // What cannot be read is named as it was sent.
    return undefined;
  }
};

async function readAtMost(
  request: Request,
  most: number,
  tooLarge: () => Problem,
): Promise<Uint8Array> {
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
