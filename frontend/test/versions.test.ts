import { expect, test } from 'vitest';
import app from '../package.json';
import here from './package.json';

const { vite, typescript } = here.devDependencies;

/**
 * The sources must be tested with the versions that the app is built with. Vaadin's updates change only the app's file.
 */
test.each(Object.entries({ ...here.dependencies, vite, typescript }))(
  '%s %s is the version that the app is built with',
  (name, version) => {
    const built: Record<string, string | undefined> = { ...app.devDependencies, ...app.dependencies };
    expect(version).toBe(built[name]);
  },
);
