import { type Layers, NODE, type Place } from './layers';

type Step = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** Whether a key walks. */
export function isStep(key: string): key is Step {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
}

/**
 * The node that a key leads to: along its lines with the flow or against it, otherwise to its neighbour in the layer.
 */
export function walk(from: string, key: Step, { places, edges, flow }: Layers): string | undefined {
  const along = flow === 'LR' ? 'x' : 'y';
  const beside = flow === 'LR' ? 'y' : 'x';
  if (key === 'Home' || key === 'End') {
    const inOrder = [...places].sort(([, a], [, b]) => a[along] - b[along] || a[beside] - b[beside]);
    return inOrder.at(key === 'Home' ? 0 : -1)?.[0];
  }
  const here = places.get(from);
  if (!here) {
    return undefined;
  }
  const isForward = key === 'ArrowRight' || key === 'ArrowDown';
  const isAlong = (key === 'ArrowLeft' || key === 'ArrowRight') === (flow === 'LR');
  const candidates = isAlong
    ? edges
        .filter((edge) => (isForward ? edge.from : edge.to) === from)
        .map((edge) => (isForward ? edge.to : edge.from))
    : [...places]
        .filter(([, place]) => Math.abs(place[along] - here[along]) < NODE.width / 2)
        .filter(([, place]) => (isForward ? place[beside] > here[beside] : place[beside] < here[beside]))
        .map(([id]) => id);
  return nearest(here, candidates, places);
}

function nearest(here: Place, ids: string[], places: ReadonlyMap<string, Place>) {
  const found = ids.flatMap((id) => {
    const place = places.get(id);
    return place ? [{ id, away: Math.hypot(place.x - here.x, place.y - here.y) }] : [];
  });
  return found.sort((a, b) => a.away - b.away)[0]?.id;
}
