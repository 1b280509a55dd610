import { PieChart } from 'echarts/charts';
import { type EChartsCoreOption, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import type { CategoryChart } from './chart-spec';
import type { Stage } from './drawing';
import { colour, motion, NARROW, strong, text, tooltip } from './style';
import { amount, note } from './tooltip';

use([PieChart, LabelLayout]);

export { height } from './proportions';

interface Slice {
  dataIndex: number;
  percent: number;
}

export function options(spec: CategoryChart, stage: Stage): EChartsCoreOption {
  const series = spec.series[0];
  const narrow = stage.width < NARROW;
  return {
    ...motion(stage),
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: (slice: Slice) => {
        const category = spec.categories[slice.dataIndex];
        const datum = series.values[slice.dataIndex];
        return datum && note(category.label, amount(datum, series.unit), share(slice), category.note);
      },
    },
    series: [
      {
        id: '0',
        type: 'pie',
        name: series.name,
        radius: narrow ? '48%' : '72%',
        startAngle: 90,
        data: series.values.map((datum, row) => ({
          value: datum?.value ?? null,
          id: spec.categories[row].id,
          name: spec.categories[row].id,
          itemStyle: { color: colour(row) },
          emphasis: { itemStyle: { color: strong(row) } },
        })),
        itemStyle: { borderColor: 'var(--aura-surface-color-solid, Canvas)', borderWidth: 2 },
        emphasis: { scale: !stage.calm, scaleSize: 6 },
        label: {
          ...text(stage),
          fontSize: narrow ? 12 : 13,
          lineHeight: 17,
          width: narrow ? 64 : 180,
          overflow: 'truncate',
          formatter: (slice: Slice) => `${spec.categories[slice.dataIndex].label}\n${share(slice)}`,
        },
        labelLine: { lineStyle: { color: 'var(--vaadin-border-color)' } },
      },
    ],
  };
}

function share(slice: Slice) {
  return `${slice.percent.toFixed(1)} %`;
}
