import process from 'node:process';

const NEEDED = [20, 19] as const;

const isOld = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]);
};

// looked at before anything else is loaded, since that may not even parse in an old Node
if (isOld(process.versions.node)) {
  console.error(
    `Wayfelt needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else {
  const { main } = await import('./main.js');
  process.exitCode = await main(process.argv.slice(2), process.env);
}
