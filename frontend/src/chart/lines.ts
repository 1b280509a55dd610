import { LineChart } from 'echarts/charts';
import { AxisPointerComponent } from 'echarts/components';
import { type EChartsCoreOption, use } from 'echarts/core';
import { categoryAxis } from './category-axis';
import type { CategoryChart, Datum, PointChart } from './chart-spec';
import type { Stage } from './drawing';
import { pointAxis } from './point-axis';
import { colour, commonUnit, FRAME, motion, strong, tooltip, valueAxis } from './style';
import { named, note } from './tooltip';

use([LineChart, AxisPointerComponent]);

export { height } from './proportions';

/** A line with more points than this has no markers. */
const BEADS = 60;

interface Hit {
  seriesId: string;
  dataIndex: number;
}

export function options(spec: CategoryChart | PointChart, stage: Stage): EChartsCoreOption {
  return {
    ...motion(stage),
    useUTC: true,
    grid: FRAME,
    xAxis: 'x' in spec ? pointAxis(spec, stage) : { ...categoryAxis(spec, stage), boundaryGap: false },
    yAxis: { ...valueAxis(stage, commonUnit(spec.series)), scale: spec.kind === 'LINE' },
    tooltip: {
      ...tooltip(stage),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: 'var(--vaadin-text-color-secondary)' }, label: { show: false } },
      formatter: (hits: Hit[]) =>
        hits.length === 0 ? '' : note(title(spec, hits[0]), ...hits.map((hit) => reading(spec, hit))),
    },
    series: spec.series
      .map((series, index) => ({
        id: String(index),
        type: 'line',
        name: series.name,
        data: data(spec, index),
        showSymbol: length(spec, index) <= BEADS,
        symbol: 'circle',
        symbolSize: 6,
        triggerLineEvent: false,
        lineStyle: { color: colour(index), width: 2 },
        itemStyle: { color: colour(index) },
        areaStyle: spec.kind === 'AREA' ? { color: colour(index), opacity: 0.22 } : undefined,
        emphasis: {
          lineStyle: { color: strong(index), width: 2 },
          itemStyle: { color: strong(index) },
          areaStyle: spec.kind === 'AREA' ? { color: colour(index), opacity: 0.22 } : undefined,
          scale: 1.6,
        },
      }))
      .filter((_, index) => !stage.hidden.has(index)),
  };
}

function data(spec: CategoryChart | PointChart, index: number) {
  return 'x' in spec
    ? spec.series[index].points.map(({ x, y }) => [x.value, y.value])
    : spec.series[index].values.map((datum, row) => ({
        value: datum?.value ?? null,
        id: spec.categories[row].id,
        name: spec.categories[row].id,
      }));
}

function length(spec: CategoryChart | PointChart, index: number) {
  return 'x' in spec ? spec.series[index].points.length : spec.categories.length;
}

function title(spec: CategoryChart | PointChart, hit: Hit) {
  return 'x' in spec
    ? spec.series[Number(hit.seriesId)].points[hit.dataIndex].x.text
    : spec.categories[hit.dataIndex].label;
}

function reading(spec: CategoryChart | PointChart, hit: Hit) {
  const index = Number(hit.seriesId);
  const datum: Datum | null =
    'x' in spec ? spec.series[index].points[hit.dataIndex].y : spec.series[index].values[hit.dataIndex];
  return datum ? named(spec.series[index].name, datum, spec.series[index].unit) : '';
}
