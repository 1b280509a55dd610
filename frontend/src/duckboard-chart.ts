import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { css, html, LitElement, nothing } from 'lit';
import type { ChartSpec } from './chart-spec';
import { height, options, tallest } from './horizontal-bars';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

/** Draws a ChartSpec. Colours are CSS variables inside the SVG, so that light and dark need no redrawing. */
class DuckboardChart extends LitElement {
  static override properties = { spec: { attribute: false } };

  static override styles = css`
    :host {
      display: block;
    }
    .frame {
      min-height: 260px;
      overflow: hidden auto;
      scrollbar-gutter: stable;
      scrollbar-width: thin;
    }
    .frame:focus-visible {
      outline: 2px solid var(--vaadin-focus-ring-color);
      border-radius: var(--vaadin-radius-s);
    }
    .skeleton {
      display: grid;
      align-content: space-evenly;
    }
    .skeleton i {
      height: 24px;
      border-radius: 4px;
      background: var(--vaadin-background-container);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .skeleton i {
        animation: none;
      }
    }
  `;

  declare spec?: ChartSpec;

  private chart?: EChartsType;
  private readonly resizing = new ResizeObserver(() => this.draw(true));

  override render() {
    const spec = this.spec;
    return html`<div class="frame" tabindex=${spec ? 0 : nothing} role=${spec ? 'group' : nothing}
        aria-label=${spec?.title ?? nothing} ?hidden=${!spec}>
        <div class="plot" role="img" aria-label=${spec?.description ?? nothing}></div>
      </div>
      ${spec ? nothing : html`<div class="frame skeleton" aria-hidden="true">
        ${[92, 88, 84, 74, 70].map((width) => html`<i style="width: ${width}%"></i>`)}
      </div>`}`;
  }

  override updated() {
    this.draw(stillness.matches);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.resizing.observe(this);
    void document.fonts.ready.then(() => this.draw(true));
  }

  override disconnectedCallback() {
    this.resizing.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
    super.disconnectedCallback();
  }

  private draw(calm: boolean) {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    const plot = this.renderRoot.querySelector<HTMLElement>('.plot');
    if (!this.spec || !frame || !plot || frame.clientWidth === 0) {
      return;
    }
    const width = frame.clientWidth;
    frame.style.maxHeight = `${tallest(width)}px`;
    plot.style.height = `${height(this.spec, width)}px`;
    this.chart ??= init(plot, null, { renderer: 'svg' });
    this.chart.resize();
    this.chart.setOption(options(this.spec, width, getComputedStyle(this).fontFamily, calm));
  }
}

customElements.define('duckboard-chart', DuckboardChart);
