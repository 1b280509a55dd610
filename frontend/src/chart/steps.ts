import type { Datum } from './chart-spec';

const STEPS = 6;

/**
 * Steps of a colour with about the same number of values each: a few places often have most of all, so equal steps would
 * be pale.
 */
export function stepsOf(values: (Datum | null)[]) {
  const data = values.filter((datum) => datum !== null).sort((a, b) => a.value - b.value);
  const bounds: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const bound = data[Math.floor((step * data.length) / STEPS)]?.value;
    if (bound !== undefined && bound > (bounds.at(-1) ?? data[0].value)) {
      bounds.push(bound);
    }
  }
  const count = data.length === 0 ? 0 : bounds.length + 1;
  const stepOf = (datum: Datum) => bounds.filter((bound) => bound <= datum.value).length;
  // A few steps still span the whole scale. A single step is in its middle.
  const colour = (step: number) =>
    `var(--duckboard-map-${count === 1 ? 4 : 1 + Math.round((step * (STEPS - 1)) / (count - 1))})`;
  const legend = Array.from({ length: count }, (_, step) => {
    const members = data.filter((datum) => stepOf(datum) === step);
    const [low, high] = [members[0].text, members[members.length - 1].text];
    return { colour: colour(step), label: low === high ? low : `${low} – ${high}` };
  });
  return { legend, colourOf: (datum: Datum | null) => (datum ? colour(stepOf(datum)) : 'var(--duckboard-map-none)') };
}
