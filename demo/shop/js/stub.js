window.wayfelt ??= new Proxy({}, { get: () => () => Promise.resolve() });
