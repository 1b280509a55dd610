import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSpec } from './chart-spec';

/** Below this width a label stands above its bar, else left of it. */
const NARROW = 560;
const SHORTEST = 260;
/** Pixels a bar with its gap. */
const PITCH = { wide: 34, narrow: 48 };
const LABEL_WIDTH = 210;
const numbers = new Intl.NumberFormat('en-US');

export function height(spec: ChartSpec, width: number) {
  const pitch = width < NARROW ? PITCH.narrow : PITCH.wide;
  return Math.max(SHORTEST, spec.categories.length * pitch);
}

/** How tall a chart may be before it scrolls: thirty bars. */
export function tallest(width: number) {
  return 30 * (width < NARROW ? PITCH.narrow : PITCH.wide);
}

export function options(spec: ChartSpec, width: number, font: string, calm: boolean): EChartsCoreOption {
  const narrow = width < NARROW;
  const text = { color: 'var(--vaadin-text-color)', fontFamily: font, fontSize: 13 };
  return {
    animation: !calm,
    animationDuration: 350,
    animationDurationUpdate: 350,
    animationEasing: 'cubicOut',
    animationEasingUpdate: 'cubicOut',
    grid: { left: narrow ? 0 : LABEL_WIDTH + 12, right: 64, top: 0, bottom: 0 },
    xAxis: { type: 'value', show: false, max: 'dataMax' },
    yAxis: {
      type: 'category',
      inverse: true,
      data: spec.categories.map((category) => category.label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: narrow
        ? { ...text, interval: 0, inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 11, 0] }
        : { ...text, interval: 0, margin: 12, width: LABEL_WIDTH, overflow: 'truncate' },
      z: 10,
    },
    tooltip: {
      trigger: 'item',
      appendTo: 'body',
      backgroundColor: 'var(--aura-surface-color-solid, Canvas)',
      borderColor: 'var(--vaadin-border-color)',
      textStyle: text,
      formatter: (bar: { dataIndex: number; seriesIndex: number }) => tooltip(spec, bar.dataIndex, bar.seriesIndex),
    },
    series: spec.series.map((series, index) => ({
      type: 'bar',
      name: series.name,
      data: series.values.map((value, row) => ({ value, id: spec.categories[row].id, name: spec.categories[row].id })),
      barWidth: narrow ? 12 : '64%',
      barMaxWidth: 24,
      barMinHeight: 2,
      itemStyle: { color: `var(--duckboard-chart-${index + 1})`, borderRadius: [0, 4, 4, 0] },
      emphasis: { itemStyle: { color: `var(--duckboard-chart-${index + 1}-strong)` } },
      label: {
        ...text,
        show: true,
        position: 'right',
        fontWeight: 600,
        formatter: (bar: { value: number }) => numbers.format(bar.value),
      },
    })),
  };
}

/** Elements with text, never HTML: names come from the lake. */
function tooltip(spec: ChartSpec, row: number, index: number) {
  const category = spec.categories[row];
  const series = spec.series[index];
  const name = document.createElement('strong');
  name.textContent = category.label;
  const box = document.createElement('div');
  box.append(name, line(`${numbers.format(series.values[row])} ${series.unit}`), line(category.note));
  return box;
}

function line(text: string) {
  const element = document.createElement('div');
  element.textContent = text;
  return element;
}
