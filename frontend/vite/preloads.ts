import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

type Output = Parameters<NonNullable<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>>[1];

/** A part that Flow loads by its keys: if (key === '…' || key === '…') { pending.push(import('…')); } */
const PART = /if \(([^)]+)\) \{\s*pending\.push\(import\('([^']+)'\)\)/g;
const KEY = /'([0-9a-f]{64})'/g;

/**
 * Writes preloads.json: by the key of each of Flow's parts, the scripts that it consists of. A page names them in its
 * first response, so that the browser does not learn of them one after another.
 */
export function preloads(generated: string): Plugin {
  return {
    name: 'duckboard:preloads',
    generateBundle(_, bundle) {
      const files: Record<string, string[]> = {};
      for (const [, condition, module] of readFileSync(
        resolve(generated, 'generated-flow-imports.js'),
        'utf8',
      ).matchAll(PART)) {
        const scripts = scriptsOf(resolve(generated, module), bundle);
        for (const [, key] of condition.matchAll(KEY)) {
          files[key] = scripts;
        }
      }
      this.emitFile({ type: 'asset', fileName: 'preloads.json', source: JSON.stringify(files) });
    },
  };
}

/** The script that a module became, and all that it imports. */
function scriptsOf(module: string, bundle: Output): string[] {
  const first = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === module);
  const found = new Set<string>();
  const waiting = first ? [first.fileName] : [];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    const file = bundle[name];
    if (!found.has(name) && file?.type === 'chunk') {
      found.add(name);
      waiting.push(...file.imports);
    }
  }
  return [...found];
}
