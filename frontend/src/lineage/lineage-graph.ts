/** The same as io.duckboard.transform.ui.LineageGraph and its parts. */
export interface LineageGraph {
  description: string;
  nodes: LineageNode[];
  edges: LineageEdge[];
}

export interface LineageNode {
  id: string;
  kind: 'SOURCE' | 'MODEL' | 'EXPOSURE';
  name: string;
  /** The kind of the node in a word or two: `external table`. */
  form: string;
  facts: string[];
  run: Mark;
  tests: Mark;
}

export interface LineageEdge {
  from: string;
  to: string;
}

/** The result of something; without a text there is nothing to show. */
export interface Mark {
  tone: Tone;
  text: string;
}

export type Tone = 'NONE' | 'GOOD' | 'WARNING' | 'BAD' | 'RUNNING' | 'WAITING' | 'SKIPPED';

/** Whether the same nodes are connected in the same way, so that they can stay where they are. */
export function isSameShape(one: LineageGraph | undefined, other: LineageGraph) {
  const shape = (graph: LineageGraph) =>
    JSON.stringify([graph.nodes.map((node) => node.id), graph.edges.map((edge) => [edge.from, edge.to])]);
  return one !== undefined && shape(one) === shape(other);
}

/** Everything that is written on a node, for people who do not see it. */
export function spoken(node: LineageNode) {
  const kind = { SOURCE: 'Source', MODEL: 'Model', EXPOSURE: 'Exposure' }[node.kind];
  return [`${kind} ${node.name}`, node.form, ...node.facts, node.run.text, node.tests.text].filter(Boolean).join(', ');
}
