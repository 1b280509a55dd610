import { defineConfig } from 'vitest/config';
import { dependencies } from './package.json';

export default defineConfig({
  // The sources' imports come from this folder: frontend/node_modules belongs to the app's build and may be missing.
  resolve: { dedupe: Object.keys(dependencies) },
  test: {
    // A process for each file would take five times as long as the tests themselves.
    isolate: false,
    setupFiles: 'leave-nothing-behind.ts',
  },
});
