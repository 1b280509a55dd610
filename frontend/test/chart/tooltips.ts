import { vi } from 'vitest';

/** As much of an element as a tooltip needs. */
class Piece {
  textContent = '';
  readonly children: Piece[] = [];

  append(...children: Piece[]) {
    this.children.push(...children);
  }
}

/** The lines of a tooltip of a drawing's options over what the pointer hits. */
export function tooltip(options: object, hit: unknown): string[] {
  vi.stubGlobal('document', { createElement: () => new Piece() });
  const { formatter } = (options as { tooltip: { formatter(hit: unknown): Piece | '' | null } }).tooltip;
  return (formatter(hit) || new Piece()).children.map((child) => child.textContent);
}
