// Keeps what is called before Wayfelt's script has arrived; the script does it then.
window.wayfelt ??= new Proxy(
  { q: [] },
  {
    get: (stub, verb) =>
      stub[verb] ?? ((...args) => new Promise((done) => stub.q.push([verb, args, done]))),
  },
);
