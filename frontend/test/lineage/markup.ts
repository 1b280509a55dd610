import { nothing, type TemplateResult } from 'lit';

/** The text of a template, without a page. On a page, Lit escapes what is raw here. */
export function markup(value: unknown): string {
  if (value === nothing || typeof value === 'function') {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(markup).join('');
  }
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  const { strings, values } = value as TemplateResult;
  return strings.map((each, i) => each + (i < values.length ? markup(values[i]) : '')).join('');
}

/** The texts of the cells of a table, row by row. */
export function cells(html: string) {
  return [...html.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell.replaceAll(/<[^>]*>/g, '').trim()),
  );
}
