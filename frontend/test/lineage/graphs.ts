import type { LineageGraph, LineageNode, Mark } from '../../src/lineage/lineage-graph';

const NOTHING: Mark = { tone: 'NONE', text: '' };

export function node(id: string, told: Partial<LineageNode> = {}): LineageNode {
  return { id, kind: 'MODEL', name: id, form: 'view', facts: [], run: NOTHING, tests: NOTHING, ...told };
}

/** A graph from lines such as `trips → daily`; a name alone is a node without edges. */
export function graph(...lines: string[]): LineageGraph {
  const paths = lines.map((line) => line.split(' → '));
  return {
    description: 'A project.',
    nodes: [...new Set(paths.flat())].map((id) => node(id)),
    edges: paths.filter((path) => path.length === 2).map(([from, to]) => ({ from, to })),
  };
}
