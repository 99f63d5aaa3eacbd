import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';
import type { CodesOverTimeData } from './codesOverTime.ts';
import { createFill } from './fills.ts';

type BarChart = Chart<'bar', number[], string>;

/** The chart of error codes over time. */
export interface CodesChart {
  /** Draws it anew in the colours of the theme as it is now. */
  readonly useColours: () => void;
}

/**
 * Draws stacked bars, one for each step. Left and right arrow, Home and End go from bar to bar when the canvas has the focus,
 * over steps without one; the canvas then has the text of the bar as its label.
 */
export function createCodesChart(canvas: HTMLCanvasElement, { series, start, stepMs }: CodesOverTimeData): CodesChart {
  Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
  const steps = series[0]?.counts.length ?? 0;
  const timeOf = (step: number) => new Date(start + step * stepMs).toISOString().slice(0, 16).replace('T', ' ');
  const labels = Array.from({ length: steps }, (_, step) => timeOf(step));
  const other = canvas.dataset['other'] ?? '';
  const chart: BarChart = new Chart(canvas, {
    type: 'bar',
    data: { labels, datasets: series.map(({ code, counts }) => ({ label: code ?? other, data: [...counts] })) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          stacked: true,
          grid: { display: false },
          ticks: {
            maxRotation: 0,
            autoSkipPadding: 16,
            callback: (_, step) => shorten(labels, step, stepMs),
          },
        },
        y: { stacked: true, beginAtZero: true, ticks: { precision: 0 } },
      },
      plugins: {
        legend: { position: 'bottom', align: 'start', labels: { boxWidth: 22, boxHeight: 12 } },
        // A count of zero gets no line in the tooltip.
        tooltip: { filter: ({ raw }) => Number(raw) > 0, callbacks: { title: ([item]) => (item ? `${item.label} UTC` : '') } },
      },
    },
  });

  const useColours = () => {
    const styles = getComputedStyle(document.body);
    const text = styles.color;
    const back = readColour('--back');
    const line = readColour('--line');
    chart.options.color = text;
    chart.options.font = { family: styles.fontFamily, size: 12 };
    for (const scale of [chart.options.scales?.['x'], chart.options.scales?.['y']]) {
      if (!scale) continue;
      scale.ticks = { ...scale.ticks, color: text };
      scale.border = { color: line };
      scale.grid = { ...scale.grid, color: line };
    }
    const tooltip = chart.options.plugins?.tooltip;
    if (tooltip) {
      Object.assign(tooltip, { backgroundColor: back, titleColor: text, bodyColor: text, borderColor: text, borderWidth: 1 });
    }
    chart.data.datasets.forEach((dataset, index) => {
      const colour = readColour(`--series${series[index]?.code === null ? 6 : index}`);
      Object.assign(dataset, {
        backgroundColor: createFill(index, colour, back),
        borderColor: colour,
        borderWidth: 1,
        maxBarThickness: 48,
      });
    });
    chart.update();
  };
  useColours();
  const filled = Array.from({ length: steps }, (_, step) => step).filter((step) =>
    series.some(({ counts }) => (counts[step] ?? 0) > 0),
  );
  listenToKeys(canvas, chart, filled, (step) =>
    [
      `${labels[step] ?? ''} UTC`,
      ...series.filter(({ counts }) => counts[step] !== 0).map(({ code, counts }) => `${code ?? other}: ${counts[step] ?? 0}`),
    ].join(', '),
  );
  return { useColours };
}

/** The time of day, and the day where it changes; only the day when steps are days. */
function shorten(labels: readonly string[], step: number, stepMs: number): string | string[] {
  const label = labels[step] ?? '';
  const [day = '', time = ''] = label.split(' ');
  if (stepMs >= 86_400_000) return day;
  return step === 0 || labels[step - 1]?.startsWith(day) !== true ? [time, day] : time;
}

/** Resolves a property of the style sheet to its colour, through all references. */
function readColour(property: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${property})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

function listenToKeys(
  canvas: HTMLCanvasElement,
  chart: BarChart,
  filled: readonly number[],
  describe: (step: number) => string,
): void {
  const label = canvas.getAttribute('aria-label') ?? '';
  /** Index in `filled`. */
  let at = -1;
  const show = (to: number) => {
    at = to;
    const next = filled[to] ?? -1;
    const active = next < 0 ? [] : chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index: next }));
    const first = chart.getDatasetMeta(0).data[next];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: first?.x ?? 0, y: first?.y ?? 0 });
    chart.update('none');
    canvas.setAttribute('aria-label', next < 0 ? label : describe(next));
  };
  canvas.addEventListener('keydown', (event) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: filled.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    show(Math.max(0, Math.min(filled.length - 1, next)));
  });
  canvas.addEventListener('blur', () => show(-1));
}
