import { ScatterChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import type { PointChart } from './chart-spec';
import type { Stage } from './drawing';
import { pointAxis } from './point-axis';
import { colour, commonUnit, FRAME, motion, strong, tooltip, valueAxis } from './style';
import { named, note } from './tooltip';

use([ScatterChart]);

export { height } from './proportions';

/** Series differ in shape as well as in colour. */
const SHAPES = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'pin', 'arrow', 'circle'];
/** With more points than this, all are drawn at once, and smaller. */
const MANY = 1000;

export function options(spec: PointChart, stage: Stage): EChartsCoreOption {
  const many = spec.series.reduce((sum, series) => sum + series.points.length, 0) > MANY;
  return {
    ...motion(stage),
    animation: !stage.calm && !many,
    useUTC: true,
    grid: FRAME,
    xAxis: pointAxis(spec, stage),
    yAxis: {
      ...valueAxis(stage, spec.series.length === 1 ? spec.series[0].name : commonUnit(spec.series)),
      scale: true,
    },
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: (hit: { dataIndex: number; seriesId: string }) => {
        const series = spec.series[Number(hit.seriesId)];
        const point = series.points[hit.dataIndex];
        return note(named(series.name, point.y, series.unit), named(spec.x.name, point.x, ''));
      },
    },
    series: spec.series
      .map((series, index) => ({
        id: String(index),
        type: 'scatter',
        name: series.name,
        data: series.points.map(({ x, y }) => [x.value, y.value]),
        symbol: SHAPES[index % SHAPES.length],
        symbolSize: many ? 5 : 9,
        itemStyle: { color: colour(index), opacity: many ? 0.5 : 0.75 },
        emphasis: { itemStyle: { color: strong(index), opacity: 1 } },
      }))
      .filter((_, index) => !stage.hidden.has(index)),
  };
}
