import { expect, test } from 'vitest';
import app from '../package.json';
import here from './package.json';

const { vite, typescript } = here.devDependencies;

/** What the sources are tested with must be what the app is built with; Vaadin's own updates write its file alone. */
test.each(Object.entries({ ...here.dependencies, vite, typescript }))(
  '%s %s is the version that the app is built with',
  (name, version) => {
    const built: Record<string, string | undefined> = { ...app.devDependencies, ...app.dependencies };
    expect(version).toBe(built[name]);
  },
);
