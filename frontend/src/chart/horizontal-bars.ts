import { BarChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import type { CategoryChart } from './chart-spec';
import type { Stage } from './drawing';
import { atMark, colour, motion, NARROW, strong, text, tooltip } from './style';
import { named, note } from './tooltip';

use([BarChart]);

const SHORTEST = 260;
/** Pixels for a bar with its gap. Below NARROW a label is above its bar, otherwise left of it. */
const PITCH = { wide: 34, narrow: 48 };
/** Pixels that each further series of a category takes. */
const FURTHER = 18;
const LABEL_WIDTH = 210;
/** The approximate width of a digit in pixels. */
const DIGIT = 8;

export function height(spec: CategoryChart, width: number, room = SHORTEST) {
  return Math.max(room, spec.categories.length * pitch(spec, width));
}

/** The height of thirty bars. */
export function tallest(width: number) {
  return 30 * (width < NARROW ? PITCH.narrow : PITCH.wide);
}

function pitch(spec: CategoryChart, width: number) {
  return (width < NARROW ? PITCH.narrow : PITCH.wide) + (Math.max(1, spec.series.length) - 1) * FURTHER;
}

export function options(spec: CategoryChart, stage: Stage): EChartsCoreOption {
  const narrow = stage.width < NARROW;
  const words = text(stage);
  const alone = spec.series.length === 1;
  const shortOfZero = spec.series.some((series) => series.values.some((datum) => datum !== null && datum.value < 0));
  const room = { after: roomFor(spec, stage, 1), before: shortOfZero ? roomFor(spec, stage, -1) : 0 };
  // Puts the label above the middle of its category by half the height of the bars.
  const lift = 11 + ((spec.series.length - 1) * FURTHER) / 2;
  return {
    ...motion(stage),
    grid: {
      left: narrow ? room.before : LABEL_WIDTH + 12 + room.before,
      right: room.after,
      top: 0,
      bottom: 0,
      outerBoundsMode: 'none',
    },
    xAxis: { type: 'value', show: false, max: shortOfZero ? null : 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: spec.categories.map((category) => category.label),
      axisLine: { show: false, onZero: false },
      axisTick: { show: false },
      axisLabel: narrow
        ? {
            ...words,
            interval: 0,
            inside: true,
            margin: 0,
            verticalAlign: 'bottom',
            padding: [0, 0, lift, 0],
            width: stage.width - 24 - room.before,
            overflow: 'truncate',
          }
        : { ...words, interval: 0, margin: 12 + room.before, width: LABEL_WIDTH, overflow: 'truncate' },
      z: 10,
    },
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: (bar: { dataIndex: number; seriesId: string }) => {
        const category = spec.categories[bar.dataIndex];
        const series = spec.series[Number(bar.seriesId)];
        const datum = series.values[bar.dataIndex];
        return datum && note(category.label, named(series.name, datum, series.unit), category.note);
      },
    },
    series: spec.series
      .map((series, index) => ({
        id: String(index),
        type: 'bar',
        name: series.name,
        data: series.values.map((datum, row) => ({
          value: datum?.value ?? null,
          id: spec.categories[row].id,
          name: spec.categories[row].id,
          label: { position: datum !== null && datum.value < 0 ? 'left' : 'right' },
        })),
        barWidth: alone ? (narrow ? 12 : '64%') : 12,
        barGap: '15%',
        barMaxWidth: 40,
        barMinHeight: 2,
        itemStyle: { color: colour(index), borderRadius: [0, 4, 4, 0] },
        emphasis: { itemStyle: { color: strong(index) }, label: { textDecoration: 'underline' } },
        label: {
          ...words,
          show: true,
          fontWeight: alone ? 600 : 400,
          fontSize: alone ? 13 : 12,
          formatter: (bar: { dataIndex: number }) => {
            const datum = series.values[bar.dataIndex];
            return datum ? atMark(datum, series.unit) : '';
          },
        },
      }))
      .filter((_, index) => !stage.hidden.has(index)),
  };
}

/** Pixels needed for the longest number beside a bar of this sign. */
function roomFor(spec: CategoryChart, stage: Stage, sign: 1 | -1) {
  const longest = spec.series
    .flatMap((series) => series.values.map((datum) => ({ datum, unit: series.unit })))
    .flatMap(({ datum, unit }) => (datum ? [{ datum, unit }] : []))
    .filter(({ datum }) => (sign < 0 ? datum.value < 0 : datum.value >= 0))
    .reduce((most, { datum, unit }) => Math.max(most, atMark(datum, unit).length), 0);
  return Math.min(Math.max(sign < 0 ? 0 : 64, longest * DIGIT + 16), stage.width * 0.45);
}
