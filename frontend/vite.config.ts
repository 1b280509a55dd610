import { resolve } from 'node:path';
import type { UserConfigFn } from 'vite';
import { compressed } from './vite/compressed';
import { preloads } from './vite/preloads';
import { overrideVaadinConfig } from './vite.generated';

const customConfig: UserConfigFn = ({ mode }) => {
  if (mode === 'development') {
    return {};
  }
  return {
    plugins: [
      preloads(resolve(import.meta.dirname, 'src/generated/flow')),
      compressed({ 'aura/aura.css': resolve(import.meta.dirname, 'node_modules/@vaadin/aura/dist/aura.css') }),
    ],
  };
};

export default overrideVaadinConfig(customConfig);
