import { CustomChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import { categoryAxis } from './category-axis';
import type { CategoryChart } from './chart-spec';
import type { ScaleStep, Stage } from './drawing';
import { stepsOf } from './steps';
import { axis, FRAME, motion, tooltip } from './style';
import { amount, note } from './tooltip';

use([CustomChart]);

/** Pixels of a line, and of what is around the lines. */
const LINE = 26;
const AROUND = 60;
const LABEL_WIDTH = 120;

interface Drawn {
  value(dimension: number): number;
  coord(place: [number, number]): [number, number];
  size(extent: [number, number]): [number, number];
}

export function height(spec: CategoryChart, _: number, room = 220) {
  return Math.max(room, spec.series.length * LINE + AROUND);
}

export function options(spec: CategoryChart, stage: Stage): EChartsCoreOption {
  const steps = stepsOf(spec.series.flatMap((series) => series.values));
  const plain = axis(stage, '');
  const fields = spec.series.flatMap((series, line) =>
    series.values.flatMap((datum, row) => (datum ? [{ datum, line, row }] : [])),
  );
  return {
    ...motion(stage),
    animation: false,
    grid: FRAME,
    xAxis: { ...categoryAxis(spec, stage), splitLine: { show: false } },
    yAxis: {
      ...plain,
      type: 'category',
      inverse: true,
      data: spec.series.map((series) => series.name),
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...plain.axisLabel, width: LABEL_WIDTH, overflow: 'truncate', interval: 0, hideOverlap: true },
    },
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const { datum, line, row } = fields[dataIndex];
        return note(`${spec.categories[row].label}, ${spec.series[line].name}`, amount(datum, spec.series[line].unit));
      },
    },
    series: [
      {
        id: '0',
        type: 'custom',
        data: fields.map(({ datum, line, row }) => ({
          value: [row, line, datum.value],
          id: `${spec.categories[row].id}\n${line}`,
          name: spec.categories[row].id,
        })),
        renderItem: ({ dataIndex }: { dataIndex: number }, drawn: Drawn) => {
          const [x, y] = drawn.coord([drawn.value(0), drawn.value(1)]);
          const [width, tall] = drawn.size([1, 1]);
          const shape = { x: x - width / 2 + 0.5, y: y - tall / 2 + 0.5, width: width - 1, height: tall - 1, r: 2 };
          return {
            type: 'rect',
            shape,
            style: { fill: steps.colourOf(fields[dataIndex].datum) },
            emphasis: { style: { stroke: 'var(--vaadin-text-color)', lineWidth: 1.5 } },
          };
        },
      },
    ],
  };
}

export function scale(spec: CategoryChart): ScaleStep[] {
  return stepsOf(spec.series.flatMap((series) => series.values)).legend;
}
