import type { CategoryChart } from './chart-spec';
import type { Stage } from './drawing';
import { axis } from './style';

/** The approximate width of a character in pixels. */
const CHARACTER = 6.5;
const LONGEST = 110;

/** Categories on the horizontal axis. Labels lean if they do not fit side by side. */
export function categoryAxis(spec: CategoryChart, stage: Stage) {
  const room = (stage.width - 64) / Math.max(1, spec.categories.length);
  const longest = Math.max(0, ...spec.categories.map((category) => category.label.length)) * CHARACTER;
  const leans = Math.min(longest, LONGEST) > room - 8;
  const plain = axis(stage, '');
  return {
    ...plain,
    type: 'category',
    data: spec.categories.map((category) => category.label),
    axisTick: { show: false },
    axisLabel: {
      ...plain.axisLabel,
      rotate: leans ? 40 : 0,
      width: leans ? LONGEST : Math.max(LONGEST, room - 12),
      overflow: 'truncate',
      hideOverlap: true,
      interval: room > 18 ? 0 : 'auto',
    },
  } as const;
}
