// `npm start`: installs, builds, and serves the collector, the dashboard, the script and the demo shop.
// Uses only what comes with Node, since nothing is installed when it begins.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, checkNode, checkSettings, install } from './setup.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
// A SIGTERM to npm ends npm and the shell between, and never comes here: their end is taken for it.
const parent = process.ppid;
const orphaned = () => process.ppid !== parent && process.kill(process.pid, 'SIGTERM');
if (process.env.npm_lifecycle_event === 'start') setInterval(orphaned, 500).unref();

checkNode();
checkSettings(process.env);
await install();
await build();

// In this very process, so that a signal reaches it and nothing stays behind. It says the rest itself: its links, and
// what is wrong with a port or a folder.
process.argv.splice(2, 0, '--demo', 'demo/shop');
await import('../packages/collector/dist/cli.js');
