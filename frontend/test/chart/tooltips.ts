import { vi } from 'vitest';

/** The parts of an element that a tooltip needs. */
class Piece {
  textContent = '';
  readonly children: Piece[] = [];

  append(...children: Piece[]) {
    this.children.push(...children);
  }
}

/** The lines of the tooltip that a drawing's options give for what the pointer hits. */
export function tooltip(options: object, hit: unknown): string[] {
  vi.stubGlobal('document', { createElement: () => new Piece() });
  const { formatter } = (options as { tooltip: { formatter(hit: unknown): Piece | '' | null } }).tooltip;
  return (formatter(hit) || new Piece()).children.map((child) => child.textContent);
}
