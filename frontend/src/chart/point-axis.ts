import type { PointChart } from './chart-spec';
import type { Stage } from './drawing';
import { axis, onAxis } from './style';

/** Numbers or times on the horizontal axis. */
export function pointAxis(spec: PointChart, stage: Stage) {
  const plain = axis(stage, spec.x.name);
  return spec.x.scale === 'TIMES'
    ? ({
        ...plain,
        type: 'time',
        splitLine: { show: false },
        axisLabel: { ...plain.axisLabel, hideOverlap: true },
      } as const)
    : ({
        ...plain,
        type: 'value',
        scale: true,
        splitLine: { show: false },
        axisLabel: { ...plain.axisLabel, hideOverlap: true, formatter: (value: number) => onAxis(value) },
      } as const);
}
