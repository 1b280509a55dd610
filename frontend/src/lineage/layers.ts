import type { LineageGraph } from './lineage-graph';

export const NODE = { width: 232, height: 108 };

/** The gaps between layers, and between the nodes of a layer. */
const GAPS = { ranksep: 44, nodesep: 20 };

const MARGIN = 4;

export type Flow = 'LR' | 'TB';

export interface Place {
  /** The left edge; with y it is the upper left corner. */
  x: number;
  y: number;
}

export interface Layers {
  flow: Flow;
  width: number;
  height: number;
  places: ReadonlyMap<string, Place>;
  edges: { from: string; to: string; path: string }[];
}

/** A node before all nodes that read nothing, so that they are in one layer. It is not drawn. */
const ROOT = ' root';

/** Holds the nodes that read nothing in place, even if other lines become longer. */
const HELD = { weight: 100 };

/** Puts every node into a layer behind everything that it reads. */
export async function layers(graph: LineageGraph, flow: Flow): Promise<Layers> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const drawn = new Graph().setGraph({ rankdir: flow, ...GAPS }).setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) {
    drawn.setNode(node.id, { ...NODE });
  }
  for (const edge of graph.edges) {
    drawn.setEdge(edge.from, edge.to);
  }
  drawn.setNode(ROOT, { width: 0, height: 0 });
  for (const node of graph.nodes.filter(({ id }) => !graph.edges.some((edge) => edge.to === id))) {
    drawn.setEdge(ROOT, node.id, { ...HELD });
  }
  layout(drawn);
  const centreOf = (id: string) => drawn.node(id) as unknown as Place;
  const least = (side: 'x' | 'y') => Math.min(...graph.nodes.map(({ id }) => centreOf(id)[side]));
  const shift = { x: NODE.width / 2 - least('x') + MARGIN, y: NODE.height / 2 - least('y') + MARGIN };
  const moved = ({ x, y }: Place) => ({ x: x + shift.x, y: y + shift.y });
  const placeOf = (id: string) => {
    const { x, y } = moved(centreOf(id));
    return { x: x - NODE.width / 2, y: y - NODE.height / 2 };
  };
  const places = new Map(graph.nodes.map(({ id }) => [id, placeOf(id)]));
  const edges = graph.edges.map(({ from, to }) => {
    const { points } = drawn.edge(from, to) as unknown as { points: Place[] };
    return { from, to, path: path(placeOf(from), points.slice(1, -1).map(moved), placeOf(to), flow) };
  });
  const end = (side: 'x' | 'y', size: number) =>
    Math.max(MARGIN, ...[...places.values()].map((place) => place[side] + size)) + MARGIN;
  return {
    flow,
    width: end('x', NODE.width),
    height: end('y', NODE.height),
    places,
    edges,
  };
}

/** A smooth line from the side of one node to the side of another, past the nodes between them. */
function path(from: Place, between: Place[], to: Place, flow: Flow) {
  const across = flow === 'LR';
  const start = across
    ? { x: from.x + NODE.width, y: from.y + NODE.height / 2 }
    : { x: from.x + NODE.width / 2, y: from.y + NODE.height };
  const end = across ? { x: to.x, y: to.y + NODE.height / 2 } : { x: to.x + NODE.width / 2, y: to.y };
  // Neighbours need no detour.
  const stops = between.length > 1 ? [start, ...between, end] : [start, end];
  return stops.slice(1).reduce((line, stop, index) => {
    const last = stops[index];
    const middle = across ? (last.x + stop.x) / 2 : (last.y + stop.y) / 2;
    const bend = across ? `${middle} ${last.y} ${middle} ${stop.y}` : `${last.x} ${middle} ${stop.x} ${middle}`;
    return `${line} C ${bend} ${stop.x} ${stop.y}`;
  }, `M ${start.x} ${start.y}`);
}
