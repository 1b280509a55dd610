import { fileName } from './file-name';
import { keyRows, type PictureKey, SWATCH } from './picture-key';

const XML = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const TITLE = 40;
const LEGEND = 28;
/** Pixels of the picture for each pixel of the page. */
const DENSITY = 2;

/**
 * A drawing that needs nothing from the page. It has the colours and fonts that the page shows now.
 *
 * @param host the element in which the colours are valid
 */
export function picture(drawn: SVGSVGElement, host: HTMLElement, title: string, keys: PictureKey[]): SVGSVGElement {
  const inner = drawn.cloneNode(true) as SVGSVGElement;
  const live = drawn.querySelectorAll<SVGElement>('*');
  for (const [index, copy] of inner.querySelectorAll<SVGElement>('*').entries()) {
    resolve(live[index], copy);
  }
  const { width, height } = drawn.getBoundingClientRect();
  const style = getComputedStyle(host);
  const ink = rgba(style.color);
  const rows = keyRows(keys, width);
  const top = MARGIN + TITLE + rows.length * LEGEND;
  const whole = element('svg', { width: width + 2 * MARGIN, height: height + top + MARGIN });
  whole.setAttribute('viewBox', `0 0 ${width + 2 * MARGIN} ${height + top + MARGIN}`);
  const font = { 'font-family': style.fontFamily, fill: ink };
  const heading = element('text', { x: MARGIN, y: MARGIN + 16, 'font-size': 18, 'font-weight': 600, ...font });
  heading.textContent = title;
  whole.append(element('rect', { width: '100%', height: '100%', fill: ground(host) }), heading);
  rows.forEach((row, line) => {
    for (const { key, x } of row) {
      const y = MARGIN + TITLE + line * LEGEND;
      const label = element('text', { x: MARGIN + x + SWATCH + 6, y: y + SWATCH - 1, 'font-size': 13, ...font });
      label.textContent = key.label;
      const fill = colourAt(key.colour, host);
      whole.append(element('rect', { x: MARGIN + x, y, width: SWATCH, height: SWATCH, rx: 2, fill }), label);
    }
  });
  inner.setAttribute('x', String(MARGIN));
  inner.setAttribute('y', String(top));
  inner.setAttribute('width', String(width));
  inner.setAttribute('height', String(height));
  inner.removeAttribute('style');
  whole.append(inner);
  return whole;
}

export function asSvg(whole: SVGSVGElement) {
  return new Blob([new XMLSerializer().serializeToString(whole)], { type: 'image/svg+xml' });
}

export async function asPng(whole: SVGSVGElement): Promise<Blob> {
  const url = URL.createObjectURL(asSvg(whole));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { canvas, context } = paper();
    canvas.width = Number(whole.getAttribute('width')) * DENSITY;
    canvas.height = Number(whole.getAttribute('height')) * DENSITY;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('This chart is too large for a picture.')))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

export function save(file: Blob, title: string, extension: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${fileName(title)}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Gives each shape and text its computed style, because style sheets and variables are not in the picture. */
function resolve(live: SVGElement, copy: SVGElement) {
  copy.removeAttribute('cursor');
  if (!(live instanceof SVGGeometryElement || live instanceof SVGTextContentElement)) {
    return;
  }
  const style = getComputedStyle(live);
  for (const paint of ['fill', 'stroke'] as const) {
    if (!style[paint].startsWith('url(')) {
      copy.setAttribute(paint, style[paint] === 'none' ? 'none' : rgba(style[paint]));
    }
  }
  for (const property of ['stroke-width', 'fill-opacity', 'stroke-opacity', 'opacity', 'font-size', 'font-weight']) {
    copy.setAttribute(property, style.getPropertyValue(property));
  }
}

function element<K extends 'svg' | 'text' | 'rect'>(name: K, attributes: Record<string, string | number>) {
  const made = document.createElementNS(XML, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, String(value));
  }
  return made as SVGElementTagNameMap[K];
}

/** The value of a colour from the page's style sheets at this place. */
function colourAt(colour: string, host: HTMLElement) {
  const probe = document.createElement('span');
  probe.style.color = colour;
  probe.hidden = true;
  (host.shadowRoot ?? host).append(probe);
  const value = rgba(getComputedStyle(probe).color);
  probe.remove();
  return value;
}

/** The colour behind the chart. */
function ground(host: HTMLElement) {
  const surface = colourAt('var(--aura-surface-color-solid, Canvas)', host);
  return surface.endsWith(', 0)') ? colourAt('Canvas', host) : surface;
}

/** Converts a colour for any viewer of SVG, because a style may contain oklch() or color(). */
function rgba(colour: string) {
  const { canvas, context } = paper({ willReadFrequently: true });
  canvas.width = canvas.height = 1;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

function paper(settings?: CanvasRenderingContext2DSettings) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', settings);
  if (!context) {
    throw new Error('This browser draws on no canvas.');
  }
  return { canvas, context };
}
