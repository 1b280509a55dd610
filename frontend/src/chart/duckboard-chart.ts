import type { ECElementEvent, EChartsType } from 'echarts/core';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { type ChartKind, type ChartSpec, kindOf, seriesNames } from './chart-spec';
import { styles } from './chart-styles';
import type { Drawing, ScaleStep } from './drawing';
import { drawingOf } from './kinds';
import type { PictureKey } from './picture-key';
import { colour } from './style';

const stillness = matchMedia('(prefers-reduced-motion: reduce)');
const STEP = 1.5;
const PAN = 60;
/** How far a key goes from the category that is marked. */
const STEPS: Record<string, number | undefined> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Draws a ChartSpec. Charts of one group mark each other's categories. */
class DuckboardChart extends LitElement {
  static override properties = {
    spec: { attribute: false },
    drawn: { attribute: false },
    prepares: {},
    group: {},
    drawing: { state: true },
    hiddenSeries: { state: true },
    failure: { state: true },
  };

  static override styles = styles;

  declare spec?: ChartSpec;
  /** The kind that is going to be drawn. */
  declare prepares?: ChartKind;
  declare group?: string;
  /** Whether an Artist has drawn the spec, as the one child of this element. */
  declare drawn?: boolean;
  declare private drawing?: Drawing;
  declare private hiddenSeries: ReadonlySet<number>;
  declare private failure: string;

  private chart?: EChartsType;
  private shown?: ChartSpec;
  private marked = '';
  private readonly resizing = new ResizeObserver(() => void this.draw(true));
  private readonly hear = (event: Event) => this.heard(event as CustomEvent<{ category: string }>);

  constructor() {
    super();
    this.hiddenSeries = new Set();
    this.failure = '';
  }

  override render() {
    const spec = this.spec;
    if (!spec) {
      return html`<div class="frame skeleton" aria-hidden="true">
        ${[92, 88, 84, 74, 70].map((width) => html`<i style="width: ${width}%"></i>`)}
      </div>`;
    }
    if (this.drawn) {
      return html`<div role="group" aria-label=${`${spec.title}. ${spec.description}`}><slot></slot></div>
        ${spec.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}`;
    }
    return html`${this.legend(spec)}
      <div class="frame" tabindex="0" role="group" aria-label=${spec.title} @keydown=${this.pressed} @blur=${this.left}>
        <div class="plot" role="img" aria-label=${spec.description}></div>
      </div>
      ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
      ${this.drawing?.zoom ? this.mapTools() : nothing} ${this.scale(spec)}
      ${[...spec.remarks, ...this.ownRemarks(spec)].map((remark) => html`<p class="remark">${remark}</p>`)}`;
  }

  override willUpdate(changed: PropertyValues) {
    if (this.prepares && !this.spec) {
      // Whatever fails here is tried again, and told, when there is something to draw.
      drawingOf(this.prepares).catch(() => {});
    }
    if (changed.has('spec') && this.spec && !this.drawn) {
      const before = changed.get('spec') as ChartSpec | undefined;
      if (!before || String(seriesNames(before)) !== String(seriesNames(this.spec))) {
        this.hiddenSeries = new Set();
      }
      if (!this.drawing || !before || kindOf(before) !== kindOf(this.spec)) {
        this.drawing = undefined;
        void this.load(this.spec);
      }
    }
  }

  override updated() {
    if (this.drawn) {
      this.forget();
    } else {
      void this.draw(stillness.matches);
    }
  }

  override connectedCallback() {
    super.connectedCallback();
    // While the first answer is under way; the first page's is drawn as bars.
    void import('./echarts');
    void drawingOf('HORIZONTAL_BARS');
    this.resizing.observe(this);
    document.addEventListener('category-hover', this.hear);
    void document.fonts.ready.then(() => this.draw(true));
  }

  override disconnectedCallback() {
    this.resizing.disconnect();
    document.removeEventListener('category-hover', this.hear);
    this.forget();
    super.disconnectedCallback();
  }

  /** Marks a category by its id; none where there is none. */
  mark(id: string) {
    this.marked = id;
    this.showMark();
  }

  downloadPng() {
    return this.download('png');
  }

  downloadSvg() {
    return this.download('svg');
  }

  private async download(extension: 'png' | 'svg') {
    const { asPng, asSvg, picture, save } = await import('./picture');
    const { spec } = this;
    const place = this.drawn ? this.firstElementChild?.shadowRoot : this.renderRoot.querySelector('.plot');
    const svg = place?.querySelector<SVGSVGElement>('svg');
    if (spec && svg) {
      const whole = picture(svg, this, spec.title, this.pictureKeys(spec));
      save(extension === 'png' ? await asPng(whole) : asSvg(whole), spec.title, extension);
    }
  }

  private pictureKeys(spec: ChartSpec): PictureKey[] {
    const names = this.drawn ? [] : seriesNames(spec);
    const steps = this.scaleSteps(spec);
    if (steps.length > 0 || names.length < 2) {
      return steps;
    }
    return names
      .map((label, index) => ({ label, colour: colour(index) }))
      .filter((_, index) => !this.hiddenSeries.has(index));
  }

  private async load(spec: ChartSpec) {
    this.failure = '';
    try {
      const drawing = await drawingOf(kindOf(spec));
      // Another spec may have come meanwhile, and asked for the same.
      if (this.spec && kindOf(this.spec) === kindOf(spec) && this.drawing !== drawing) {
        this.forget();
        this.drawing = drawing;
      }
    } catch (failure) {
      console.warn(failure);
      this.failure = 'What draws this chart could not be loaded. Reload the page to try again.';
    }
  }

  private async draw(calm: boolean) {
    const { init } = await import('./echarts');
    const { spec, drawing } = this;
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    const plot = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (!spec || !drawing || !frame || !plot || !this.isConnected || frame.clientWidth === 0) {
      return;
    }
    const width = frame.clientWidth;
    const tallest = drawing.tallest?.(width);
    frame.style.maxHeight = tallest ? `${tallest}px` : '';
    const shortest = Number.parseFloat(getComputedStyle(this).getPropertyValue('--duckboard-chart-shortest'));
    plot.style.height = `${Math.max(shortest, drawing.height(spec, width))}px`;
    if (!this.chart) {
      this.chart = init(plot, null, { renderer: 'svg' });
      this.chart.on('mouseover', (event) => this.tell('category-hover', categoryOf(event)));
      this.chart.on('mouseout', () => this.tell('category-hover', ''));
      this.chart.on('click', (event) => this.tell('category-click', categoryOf(event)));
    }
    this.chart.resize();
    const font = getComputedStyle(this).fontFamily;
    this.chart.setOption(drawing.options(spec, { width, font, calm, hidden: this.hiddenSeries }), {
      // Series of the same place are changed, so that they grow or shrink; what is gone goes.
      replaceMerge: ['series'],
    });
    this.shown = spec;
    this.showMark();
  }

  private forget() {
    this.chart?.dispose();
    this.chart = undefined;
    this.shown = undefined;
  }

  private tell(name: 'category-hover' | 'category-click', category: string) {
    this.dispatchEvent(new CustomEvent(name, { detail: { category }, bubbles: true, composed: true }));
  }

  private heard(event: CustomEvent<{ category: string }>) {
    const source = (event.target as Element).closest('duckboard-chart');
    if (source instanceof DuckboardChart && source !== this && this.group && source.group === this.group) {
      this.mark(event.detail.category);
    }
  }

  private showMark() {
    if (this.drawn) {
      this.firstElementChild?.dispatchEvent(new CustomEvent('mark', { detail: this.marked }));
      return;
    }
    const spec = this.shown;
    if (!spec || !this.chart || !('categories' in spec)) {
      return;
    }
    const row = spec.categories.findIndex((category) => category.id === this.marked);
    this.toggleAttribute('marked', row >= 0);
    this.chart.dispatchAction({ type: 'downplay' });
    if (row >= 0) {
      const which = spec.kind === 'MAP' ? { name: this.marked } : { dataIndex: row };
      this.chart.dispatchAction({ type: 'highlight', ...which });
      this.reveal(row / spec.categories.length, (row + 1) / spec.categories.length);
    }
  }

  /** Scrolls a bar into the frame, where the bars scroll. */
  private reveal(from: number, to: number) {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (!frame || !this.drawing?.tallest || frame.scrollHeight <= frame.clientHeight) {
      return;
    }
    const [top, bottom] = [from * frame.scrollHeight, to * frame.scrollHeight];
    if (top < frame.scrollTop || bottom > frame.scrollTop + frame.clientHeight) {
      frame.scrollTop = top - frame.clientHeight / 2;
    }
  }

  private legend(spec: ChartSpec) {
    const names = seriesNames(spec);
    return names.length < 2
      ? nothing
      : html`<ul class="legend" aria-label="Series">
          ${names.map(
            (name, index) => html`<li>
              <button type="button" aria-pressed=${!this.hiddenSeries.has(index)} @click=${() => this.toggle(index)}>
                <i style="background: ${colour(index)}"></i>${name}
              </button>
            </li>`,
          )}
        </ul>`;
  }

  private toggle(index: number) {
    const hidden = new Set(this.hiddenSeries);
    if (!hidden.delete(index)) {
      hidden.add(index);
    }
    this.hiddenSeries = hidden;
  }

  private mapTools() {
    return html`<div class="tools" role="group" aria-label="Map">
      <button type="button" aria-label="Zoom in" title="Zoom in" @click=${() => this.zoom(STEP)}>+</button>
      <button type="button" aria-label="Zoom out" title="Zoom out" @click=${() => this.zoom(1 / STEP)}>−</button>
      <button type="button" @click=${() => this.resetZoom()}>Reset</button>
    </div>`;
  }

  private scale(spec: ChartSpec) {
    const steps = this.scaleSteps(spec);
    return steps.length === 0
      ? nothing
      : html`<ul class="scale" aria-label="Colours">
          ${steps.map((step) => html`<li><i style="background: ${step.colour}"></i>${step.label}</li>`)}
        </ul>`;
  }

  private scaleSteps(spec: ChartSpec): ScaleStep[] {
    return this.drawing?.scale?.(spec) ?? [];
  }

  private ownRemarks(spec: ChartSpec) {
    return this.drawing?.remarks?.(spec) ?? [];
  }

  private zoom(factor: number) {
    if (this.chart) {
      this.drawing?.zoom?.(this.chart, factor);
    }
  }

  private resetZoom() {
    if (this.chart) {
      this.drawing?.resetZoom?.(this.chart);
      this.showMark();
    }
  }

  private pressed(event: KeyboardEvent) {
    if (!this.drawing || !this.chart || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const { chart, drawing } = this;
    if (drawing.pan ? this.moved(event, chart, drawing.pan) : this.stepped(event, chart)) {
      event.preventDefault();
    }
  }

  /** From category to category, as the pointer goes. */
  private stepped(event: KeyboardEvent, chart: EChartsType) {
    const step = STEPS[event.key];
    const spec = this.shown;
    if (step === undefined || !spec || !('categories' in spec) || spec.categories.length === 0) {
      return false;
    }
    const row = spec.categories.findIndex((category) => category.id === this.marked);
    const next = Math.min(spec.categories.length - 1, Math.max(0, row + step));
    this.mark(spec.categories[next].id);
    chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: next });
    this.tell('category-hover', this.marked);
    return true;
  }

  private left() {
    if (this.marked && !this.drawing?.pan) {
      this.mark('');
      this.chart?.dispatchAction({ type: 'hideTip' });
      this.tell('category-hover', '');
    }
  }

  private moved(event: KeyboardEvent, chart: EChartsType, pan: NonNullable<Drawing['pan']>) {
    switch (event.key) {
      case 'ArrowLeft':
        pan(chart, PAN, 0);
        break;
      case 'ArrowRight':
        pan(chart, -PAN, 0);
        break;
      case 'ArrowUp':
        pan(chart, 0, PAN);
        break;
      case 'ArrowDown':
        pan(chart, 0, -PAN);
        break;
      case '+':
        this.zoom(STEP);
        break;
      case '-':
        this.zoom(1 / STEP);
        break;
      case '0':
        this.resetZoom();
        break;
      default:
        return false;
    }
    return true;
  }
}

function categoryOf(event: ECElementEvent) {
  return String((event.data as { id?: string } | undefined)?.id ?? event.name ?? '');
}

customElements.define('duckboard-chart', DuckboardChart);
