import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter tokens could be guessed. */
const LEAST = 16;
/** What the header that it is sent in may hold (RFC 6750, section 2.1). */
const SENDABLE = /^[\w.~+/=-]+$/;

/**
 * The readers' token: the given one, else the one kept in the data folder, else a new one, which is kept there
 * for its owner's eyes only. Throws where the folder cannot be written, or the given one is none.
 */
export function tokenOf(given: string | undefined, folder: string): string {
  if (given !== undefined && given !== '') {
    if (given.length < LEAST)
      throw new Error(`WAYFELT_TOKEN is too short: use at least ${LEAST} characters.`);
    if (!SENDABLE.test(given))
      throw new Error('WAYFELT_TOKEN may hold only the letters a to z, digits, and - . _ ~ + / =');
    return given;
  }
  const file = join(folder, 'token');
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length >= LEAST) return kept;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
  }
  const made = randomBytes(24).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  // the mode above holds only for a new file
  chmodSync(file, 0o600);
  return made;
}
