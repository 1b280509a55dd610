const LONGEST = 80;

/** Keeps letters and digits of any script, and replaces the rest by dashes. */
export function fileName(title: string) {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // Counts letters, since a letter may be two of a string's units.
  const name = [...words.join('-')].slice(0, LONGEST).join('').replace(/-$/, '');
  return name === '' ? 'chart' : name;
}
