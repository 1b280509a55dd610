import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXTS = new Set(['.css', '.geojson', '.js', '.json', '.svg']);
/** What fits into one packet of a network gains nothing. */
const SMALLEST = 1_400;

/**
 * Puts NAME.br and NAME.gz beside each script and each static file, where Flow's server looks for them.
 *
 * @param others files of libraries that become static files, by their addresses
 */
export function compressed(others: Record<string, string>): Plugin {
  let scripts = '';
  return {
    name: 'duckboard:compressed',
    configResolved({ build }) {
      scripts = build.outDir;
    },
    closeBundle() {
      // META-INF/VAADIN/webapp beside META-INF/resources
      const statics = resolve(scripts, '../../resources');
      for (const file of [...textsIn(scripts), ...textsIn(statics)]) {
        compress(file, file);
      }
      for (const [address, file] of Object.entries(others)) {
        mkdirSync(dirname(join(statics, address)), { recursive: true });
        compress(file, join(statics, address));
      }
    },
  };
}

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => TEXTS.has(extname(file)) && statSync(file).size > SMALLEST);
}

function compress(file: string, as: string) {
  const text = readFileSync(file);
  writeFileSync(`${as}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${as}.br`, brotliCompressSync(text));
}
