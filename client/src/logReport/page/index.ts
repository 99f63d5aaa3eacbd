import { createCodesChart } from './codesChart.ts';
import { readCodesOverTime } from './codesOverTime.ts';
import { keepState } from './keepState.ts';

// The page of a log's summary, in the editor and by itself. It draws the chart; everything else is in the page already.
keepState();
const canvas = document.querySelector<HTMLCanvasElement>('#chart');
const data = readCodesOverTime(document.querySelector('#summary')?.textContent ?? '');
if (canvas && data) {
  const chart = createCodesChart(canvas, data);
  const redraw = () => chart.useColours();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  // The editor changes its theme's colours on the root and the theme's kind on the body.
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class'] });
}
