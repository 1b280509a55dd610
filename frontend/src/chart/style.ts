import type { Datum } from './chart-spec';
import type { Stage } from './drawing';

/** Below this width labels and legends take less room. */
export const NARROW = 560;
const COLOURS = 8;
const numbers = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 2,
  maximumSignificantDigits: 4,
  roundingPriority: 'morePrecision',
});
const ticks = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 10,
  maximumSignificantDigits: 4,
  roundingPriority: 'morePrecision',
});
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

/** Colours are CSS variables inside the SVG, so that light and dark need no redrawing. */
export function colour(index: number) {
  return `var(--duckboard-chart-${(index % COLOURS) + 1})`;
}

export function strong(index: number) {
  return `var(--duckboard-chart-${(index % COLOURS) + 1}-strong)`;
}

export function text(stage: Stage) {
  return { color: 'var(--vaadin-text-color)', fontFamily: stage.font, fontSize: 13 };
}

export function quiet(stage: Stage) {
  return { color: 'var(--vaadin-text-color-secondary)', fontFamily: stage.font, fontSize: 12 };
}

export function motion(stage: Stage) {
  return {
    animation: !stage.calm,
    animationDuration: 350,
    animationDurationUpdate: 350,
    animationEasing: 'cubicOut',
    animationEasingUpdate: 'cubicOut',
  } as const;
}

/** The style of an axis with labels beside it. */
export function axis(stage: Stage, name: string) {
  const line = { lineStyle: { color: 'var(--vaadin-border-color)' } };
  return {
    name,
    nameLocation: 'middle',
    nameTextStyle: quiet(stage),
    axisLine: line,
    axisTick: line,
    splitLine: { lineStyle: { color: 'var(--vaadin-border-color-secondary)' } },
    axisLabel: quiet(stage),
  } as const;
}

export function valueAxis(stage: Stage, name: string) {
  const plain = axis(stage, name);
  return {
    ...plain,
    type: 'value',
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { ...plain.axisLabel, formatter: (value: number) => onAxis(value) },
  } as const;
}

/** The frame around a chart with axes. Labels stay within it. */
export const FRAME = {
  left: 8,
  right: 16,
  top: 16,
  bottom: 8,
  outerBoundsMode: 'same',
  outerBounds: { left: 2, right: 8, top: 8, bottom: 6 },
} as const;

export function tooltip(stage: Stage) {
  return {
    appendTo: 'body',
    confine: true,
    backgroundColor: 'var(--aura-surface-color-solid, Canvas)',
    borderColor: 'var(--vaadin-border-color)',
    textStyle: text(stage),
    extraCssText: 'max-width: min(24rem, 90vw); white-space: normal; overflow-wrap: anywhere;',
    transitionDuration: stage.calm ? 0 : 0.2,
  } as const;
}

export function onAxis(value: number) {
  return Math.abs(value) >= 100_000 ? compact.format(value) : ticks.format(value);
}

const PLAIN_FRACTION = /^-?[\d,]+\.\d+$/;

/**
 * A number beside a mark: whole numbers have every digit, fractions are shortened, exponents and prices stay as they are,
 * and shares have their sign.
 */
export function atMark(datum: Datum, unit = '') {
  const text = PLAIN_FRACTION.test(datum.text) ? numbers.format(datum.value) : datum.text;
  return unit === '%' ? `${text} %` : text;
}

/** The unit of all series, if they share one. */
export function commonUnit(series: { unit: string }[]) {
  return series.every((each) => each.unit === series[0].unit) ? (series[0]?.unit ?? '') : '';
}
