import { defineConfig } from 'vitest/config';
import { dependencies } from './package.json';

export default defineConfig({
  // What the sources import comes from this folder: frontend/node_modules is the app's build's, and may not be there.
  resolve: { dedupe: Object.keys(dependencies) },
  test: {
    // A process for each file would take five times as long as the tests do.
    isolate: false,
    setupFiles: 'leave-nothing-behind.ts',
  },
});
