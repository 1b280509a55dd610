import type { ECElementEvent, EChartsType } from 'echarts/core';
import { tell } from './category-event';
import type { Category, ChartSpec } from './chart-spec';
import type { Drawing, Stage } from './drawing';
import { init } from './echarts';

/** A drawing that ECharts shows in the frame of a chart. */
export class Plot {
  private readonly chart: EChartsType;
  private shown?: ChartSpec;
  private marked = '';

  /**
   * @param host the element whose events tell of categories
   * @param frame the element that scrolls
   * @param place the element that ECharts draws in; it has its size already
   */
  constructor(
    private readonly host: Element,
    private readonly drawing: Drawing,
    private readonly frame: Element,
    private readonly place: HTMLElement,
  ) {
    this.chart = init(place, null, { renderer: 'svg' });
    this.chart.on('mouseover', (event) => tell(host, 'category-hover', categoryOf(event)));
    this.chart.on('mouseout', () => tell(host, 'category-hover', ''));
    this.chart.on('click', (event) => tell(host, 'category-click', this.clicked(event)));
  }

  get categories(): Category[] {
    return this.shown && 'categories' in this.shown ? this.shown.categories : [];
  }

  /** -1 if no category is marked. */
  get markedRow(): number {
    return this.categories.findIndex((category) => category.id === this.marked);
  }

  draw(spec: ChartSpec, stage: Stage) {
    if (this.chart.getWidth() !== this.place.clientWidth || this.chart.getHeight() !== this.place.clientHeight) {
      this.chart.resize();
    }
    this.chart.setOption(this.drawing.options(spec, stage), {
      // Series of the same id are changed, so that they grow or shrink; all others are removed.
      replaceMerge: ['series'],
    });
    this.shown = spec;
  }

  /** Marks a category by its id, or none if there is none of this id. */
  mark(id: string) {
    if (!id && !this.marked) {
      return;
    }
    this.marked = id;
    const spec = this.shown;
    if (!spec || !('categories' in spec) || spec.kind === 'HEAT_MAP') {
      return;
    }
    const row = this.markedRow;
    this.host.toggleAttribute('marked', row >= 0);
    this.chart.dispatchAction({ type: 'downplay' });
    if (row >= 0) {
      const which = spec.kind === 'MAP' ? { name: id } : { dataIndex: row };
      this.chart.dispatchAction({ type: 'highlight', ...which });
      this.reveal(row / spec.categories.length, (row + 1) / spec.categories.length);
    }
  }

  showTip(row: number) {
    this.chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: row });
  }

  hideTip() {
    this.chart.dispatchAction({ type: 'hideTip' });
  }

  zoom(factor: number) {
    this.drawing.zoom?.(this.chart, factor);
  }

  pan(x: number, y: number) {
    this.drawing.pan?.(this.chart, x, y);
  }

  resetZoom() {
    this.drawing.resetZoom?.(this.chart);
    this.mark(this.marked);
  }

  dispose() {
    this.chart.dispose();
  }

  /** A point is known by its place on the axis. */
  private clicked(event: ECElementEvent) {
    const spec = this.shown;
    return spec && 'x' in spec
      ? (spec.series[Number(event.seriesId)]?.points[event.dataIndex]?.x.text ?? '')
      : categoryOf(event);
  }

  /** Scrolls to a part of the drawing if the frame does not show it. Both ends are shares of the height. */
  private reveal(from: number, to: number) {
    const { frame } = this;
    if (!this.drawing.tallest || frame.scrollHeight <= frame.clientHeight) {
      return;
    }
    const [top, bottom] = [from * frame.scrollHeight, to * frame.scrollHeight];
    if (top < frame.scrollTop || bottom > frame.scrollTop + frame.clientHeight) {
      frame.scrollTop = top - frame.clientHeight / 2;
    }
  }
}

function categoryOf(event: ECElementEvent) {
  // A heat map has several fields of one category, whose ids are different.
  const data = event.data as { id?: string; name?: string } | undefined;
  return String((event.seriesType === 'custom' ? data?.name : data?.id) ?? event.name ?? '');
}
