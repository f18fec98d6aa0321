// `npm start`: installs, builds, and serves the collector, the dashboard, the script and the demo shop.
// Uses only what comes with Node, since nothing is installed when it begins.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, checkNode, install } from './setup.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
checkNode();
await install();
await build();

// The collector says the rest itself: its links, and what is wrong with a port or a folder.
const collector = spawn(
  process.execPath,
  ['packages/collector/dist/cli.js', '--demo', 'demo/shop', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// Ctrl-C reaches the child by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => collector.kill('SIGTERM'));
collector.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)));
