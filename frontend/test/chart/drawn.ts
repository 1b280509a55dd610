import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([GridComponent, TooltipComponent, SVGRenderer]);

/** The SVG that ECharts makes from options, without a page. */
export function svg(options: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(options);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The texts of a drawing, in the order in which they are drawn. */
export function texts(drawn: string): string[] {
  return [...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
}
