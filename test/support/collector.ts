/** The real collector, as it is published, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@wayfelt/report';
import { until } from './browsers.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'packages/collector/dist/cli.js');
const STARTS_WITHIN_MS = 30_000;

export interface RunningCollector {
  /** `http://localhost:<port>`; the same after a restart. */
  origin: string;
  /** The demo shop, on an origin of its own; only with `demo`. */
  shop: string;
  /** The link with which the dashboard opens. */
  signIn: string;
  report(site: string): Promise<Report>;
  /** Stops it; what it stored stays, and `start` brings it back on the same port. */
  stop(how?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  start(): Promise<void>;
  /** Stops it and removes what it stored. */
  end(): Promise<void>;
}

export async function startCollector({ demo = false } = {}): Promise<RunningCollector> {
  const data = mkdtempSync(join(tmpdir(), 'wayfelt-data-'));
  let child: ChildProcess | undefined;
  const running: RunningCollector = {
    origin: '',
    shop: '',
    signIn: '',
    async report(site) {
      const token = running.signIn.split('token=')[1];
      const answer = await fetch(`${running.origin}/v1/report?site=${site}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!answer.ok)
        throw new Error(`the report answers ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Report;
    },
    async start() {
      const port = new URL(running.origin || 'http://localhost:0').port || '0';
      const shopPort = new URL(running.shop || 'http://localhost:0').port || '0';
      const args = ['--port', port, '--data', data];
      if (demo) args.push('--demo', join(ROOT, 'demo/shop'), '--demo-port', shopPort);
      child = spawn(process.execPath, [CLI, ...args], { cwd: data });
      const said = await greeting(child);
      running.signIn = /http\S+#token=\S+/.exec(said)?.[0] ?? '';
      running.origin = new URL(running.signIn).origin;
      running.shop = /http\S+\/demo\//.exec(said)?.[0] ?? '';
    },
    async stop(how = 'SIGTERM') {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(how);
      await gone;
    },
    async end() {
      await running.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
  await running.start();
  return running;
}

/** What it prints when it is ready. */
function greeting(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`the collector did not start: ${said}`)),
      STARTS_WITHIN_MS,
    );
    const hear = (data: Buffer) => {
      said += data;
      if (!said.includes('Ctrl-C')) return;
      clearTimeout(late);
      resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`the collector ended: ${said}`));
    });
  });
}

/** Reads the report until it is as wanted. */
export const reportWhere = async (
  collector: RunningCollector,
  site: string,
  wanted: (report: Report) => boolean,
): Promise<Report> => {
  let report: Report | undefined;
  try {
    await until(async () => {
      report = await collector.report(site);
      return wanted(report);
    }, 'the report');
  } catch (error) {
    throw new Error(`not in the report: ${JSON.stringify(report?.stages)}`, { cause: error });
  }
  return report as Report;
};
