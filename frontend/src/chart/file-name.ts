const LONGEST = 80;

/** Letters and digits of any script, the rest as dashes. */
export function fileName(title: string) {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // By letters, which may be two of a string's units.
  const name = [...words.join('-')].slice(0, LONGEST).join('').replace(/-$/, '');
  return name === '' ? 'chart' : name;
}
