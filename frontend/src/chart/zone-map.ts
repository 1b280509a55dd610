import { MapChart } from 'echarts/charts';
import { type EChartsCoreOption, type EChartsType, registerMap, use } from 'echarts/core';
import type { CategoryChart } from './chart-spec';
import type { ScaleStep, Stage } from './drawing';
import { stepsOf } from './steps';
import { motion, tooltip } from './style';
import { amount, note } from './tooltip';

use([MapChart]);

const MAP = 'taxi-zones';
/** The length of a degree of longitude in New York, in degrees of latitude. */
const ASPECT = Math.cos((40.7 * Math.PI) / 180);
const FARTHEST = 1;
const NEAREST = 24;

interface Zone {
  location_id: number;
  zone: string;
  borough: string;
  name: string;
}

const zones = new Map<string, Zone>();
let outlines: Promise<void> | undefined;

/** The outlines are fetched once, and again only after a failure. */
export function prepare() {
  outlines ??= fetchOutlines().catch((failure: unknown) => {
    outlines = undefined;
    throw failure;
  });
  return outlines;
}

async function fetchOutlines() {
  const response = await fetch(new URL('maps/taxi_zones.geojson', document.baseURI));
  if (!response.ok) {
    throw new Error(`The zones' outlines are not there: HTTP ${response.status}`);
  }
  const map = await response.json();
  for (const { properties } of map.features as { properties: Zone }[]) {
    properties.name = String(properties.location_id);
    zones.set(properties.name, properties);
  }
  registerMap(MAP, map);
}

export function height(_: CategoryChart, width: number, room?: number) {
  return room ?? Math.round(Math.min(560, Math.max(300, width)));
}

export function options(spec: CategoryChart, stage: Stage): EChartsCoreOption {
  const series = spec.series[0];
  const steps = stepsOf(series.values);
  const rows = new Map(spec.categories.map((category, row) => [category.id, row]));
  return {
    ...motion(stage),
    // A redrawn map keeps its place, and its 263 outlines have no state to grow from.
    animation: false,
    tooltip: {
      ...tooltip(stage),
      trigger: 'item',
      formatter: ({ name }: { name: string }) => {
        const zone = zones.get(name);
        const row = rows.get(name);
        const datum = row === undefined ? null : series.values[row];
        return note(
          zone?.zone ?? `Zone ${name}`,
          zone?.borough ?? '',
          datum ? amount(datum, series.unit) : 'no data',
          `Location ID ${name}`,
        );
      },
    },
    series: [
      {
        id: '0',
        type: 'map',
        map: MAP,
        name: series.name,
        aspectScale: ASPECT,
        roam: true,
        scaleLimit: { min: FARTHEST, max: NEAREST },
        selectedMode: false,
        layoutCenter: ['50%', '50%'],
        layoutSize: '98%',
        data: spec.categories.map((category, row) => ({
          name: category.id,
          id: category.id,
          value: series.values[row]?.value ?? null,
          itemStyle: { areaColor: steps.colourOf(series.values[row]) },
        })),
        itemStyle: {
          areaColor: 'var(--duckboard-map-none)',
          borderColor: 'var(--duckboard-map-border)',
          borderWidth: 0.6,
        },
        label: { show: false },
        emphasis: {
          label: { show: false },
          itemStyle: {
            areaColor: 'var(--duckboard-mark)',
            borderColor: 'var(--vaadin-text-color)',
            borderWidth: 1.5,
          },
        },
      },
    ],
  };
}

export function scale(spec: CategoryChart): ScaleStep[] {
  return [...stepsOf(spec.series[0].values).legend, { colour: 'var(--duckboard-map-none)', label: 'no data' }];
}

export function remarks(spec: CategoryChart): string[] {
  const strangers = spec.categories.filter((category) => !zones.has(category.id)).map((category) => category.id);
  const some = strangers.slice(0, 5).join(', ') + (strangers.length > 5 ? ' …' : '');
  return strangers.length === 0
    ? []
    : [`The map has no outline for ${strangers.length === 1 ? 'zone' : `${strangers.length} zones:`} ${some}.`];
}

export function zoom(chart: EChartsType, factor: number) {
  roam(chart, { zoom: factor, originX: chart.getWidth() / 2, originY: chart.getHeight() / 2 });
}

export function pan(chart: EChartsType, x: number, y: number) {
  roam(chart, { dx: x, dy: y });
}

export function resetZoom(chart: EChartsType) {
  chart.setOption({ series: [{ id: '0', zoom: 1, center: null }] });
}

function roam(chart: EChartsType, change: object) {
  chart.dispatchAction({ type: 'geoRoam', componentType: 'series', seriesId: '0', ...change });
}
