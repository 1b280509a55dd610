import { BarChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import { categoryAxis } from './category-axis';
import type { CategoryChart } from './chart-spec';
import type { Stage } from './drawing';
import { colour, commonUnit, FRAME, motion, strong, tooltip, valueAxis } from './style';
import { named, note } from './tooltip';

use([BarChart]);

export { height } from './proportions';

export function options(spec: CategoryChart, stage: Stage): EChartsCoreOption {
  const stacked = spec.kind === 'STACKED';
  return {
    ...motion(stage),
    grid: FRAME,
    xAxis: categoryAxis(spec, stage),
    yAxis: valueAxis(stage, commonUnit(spec.series)),
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: (column: { dataIndex: number; seriesId: string }) => {
        const category = spec.categories[column.dataIndex];
        const series = spec.series[Number(column.seriesId)];
        const datum = series.values[column.dataIndex];
        return datum && note(category.label, named(series.name, datum, series.unit), category.note);
      },
    },
    series: spec.series
      .map((series, index) => ({
        id: String(index),
        type: 'bar',
        name: series.name,
        stack: stacked ? 'all' : undefined,
        data: series.values.map((datum, row) => ({
          value: datum?.value ?? null,
          id: spec.categories[row].id,
          name: spec.categories[row].id,
          // The border of nothing would cut the axis.
          ...(datum?.value ? {} : { itemStyle: { borderWidth: 0 } }),
        })),
        barMaxWidth: 64,
        barGap: '8%',
        itemStyle: {
          color: colour(index),
          borderRadius: stacked ? 0 : [3, 3, 0, 0],
          borderColor: 'var(--aura-surface-color-solid, Canvas)',
          borderWidth: stacked ? 0.5 : 0,
        },
        emphasis: { itemStyle: { color: strong(index) } },
      }))
      .filter((_, index) => !stage.hidden.has(index)),
  };
}
