import { BarChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import type { Histogram } from './chart-spec';
import type { Stage } from './drawing';
import { axis, colour, FRAME, motion, strong, tooltip, valueAxis } from './style';
import { note } from './tooltip';

use([BarChart]);

export { height } from './proportions';

const numbers = new Intl.NumberFormat('en-US');

export function options(spec: Histogram, stage: Stage): EChartsCoreOption {
  const plain = axis(stage, spec.name);
  return {
    ...motion(stage),
    grid: FRAME,
    xAxis: {
      ...plain,
      type: 'category',
      data: spec.bins.map((bin) => bin.from.text),
      axisTick: { show: false },
      axisLabel: { ...plain.axisLabel, hideOverlap: true },
    },
    yAxis: { ...valueAxis(stage, spec.unit), minInterval: 1 },
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const { from, to, count } = spec.bins[dataIndex];
        return note(`${spec.name} from ${from.text} to below ${to.text}`, `${numbers.format(count)} ${spec.unit}`);
      },
    },
    series: [
      {
        id: '0',
        type: 'bar',
        data: spec.bins.map((bin) => bin.count),
        barCategoryGap: '4%',
        itemStyle: { color: colour(0) },
        emphasis: { itemStyle: { color: strong(0) } },
      },
    ],
  };
}
