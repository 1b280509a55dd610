import { resolve } from 'node:path';
import type { UserConfigFn } from 'vite';
import { compressed } from './vite/compressed';
import { preloads } from './vite/preloads';
import { overrideVaadinConfig } from './vite.generated';

/** What all fields are made of: one file instead of four for each set of pages that share a part of it. */
const FIELDS = {
  name: 'fields',
  test: /@vaadin[\\/](field-base|input-container|text-field|component-base[\\/]src[\\/]delegate-)/,
  includeDependenciesRecursively: false,
};

const customConfig: UserConfigFn = ({ mode }) => {
  if (mode === 'development') {
    return {};
  }
  return {
    build: { rolldownOptions: { output: { codeSplitting: { groups: [FIELDS] } } } },
    plugins: [
      preloads(resolve(import.meta.dirname, 'src/generated/flow')),
      compressed({ 'aura/aura.css': resolve(import.meta.dirname, 'node_modules/@vaadin/aura/dist/aura.css') }),
    ],
  };
};

export default overrideVaadinConfig(customConfig);
