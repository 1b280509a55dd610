/** Letters and digits of any script, the rest as dashes. */
export function fileName(title: string) {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  return name === '' ? 'chart' : name;
}
