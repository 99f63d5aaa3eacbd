import * as l10n from '@vscode/l10n';
import type { LogSummary } from './logSummary.ts';
import { escapeHtml } from '../render/html.ts';
import { renderPageHead } from '../render/pageHead.ts';
import { describeLimits, describeTables, describeTotals, type SummaryCell, type SummaryTable } from './logSummaryText.ts';

/** The parts of a page with a summary. */
export interface LogSummaryPage {
  readonly title: string;
  readonly summary: LogSummary;
  /** The whole policy: the page runs and loads nothing else. */
  readonly contentSecurityPolicy: string;
  /** The policy's nonce for style and script; absent where the policy lists their hashes. */
  readonly nonce?: string;
  /** The script that draws the chart: its address, or its text. */
  readonly script: { readonly source: string } | { readonly text: string };
  /** Where a request id leads; undefined: it is no link. */
  readonly linkOf: (requestId: string) => string | undefined;
}

/** The page's style sheet. Colours are the editor's where there is one. */
export const logSummaryStyle = `
:root {
  color-scheme: light dark;
  --text: var(--vscode-editor-foreground, light-dark(#1f2328, #d9dde3));
  --back: var(--vscode-editor-background, light-dark(#ffffff, #1c1f24));
  --soft: var(--vscode-descriptionForeground, light-dark(#59636e, #9aa4b0));
  --line: var(--vscode-editorWidget-border, light-dark(#d1d9e0, #3d444d));
  --link: var(--vscode-textLink-foreground, light-dark(#0969da, #6cb0ff));
  --focus: var(--vscode-focusBorder, light-dark(#0969da, #6cb0ff));
  --series0: var(--vscode-charts-red, light-dark(#c9302c, #f47067));
  --series1: var(--vscode-charts-blue, light-dark(#1a6fc4, #6cb0ff));
  --series2: light-dark(#b35900, #e09b4f);
  --series3: var(--vscode-charts-purple, light-dark(#7a4fc0, #b894f5));
  --series4: var(--vscode-charts-green, light-dark(#2c7a3f, #6bc46d));
  --series5: var(--vscode-charts-yellow, light-dark(#8a6d00, #d9b949));
  --series6: var(--soft);
}
body.vscode-dark, body.vscode-high-contrast { color-scheme: dark; }
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
body { font: 13px/1.5 var(--vscode-font-family, system-ui, sans-serif); color: var(--text); background: var(--back); margin: 0 auto; max-width: 90rem; padding: 1rem 1.5rem 3rem; }
h1 { font-size: 1.6em; font-weight: 600; overflow-wrap: anywhere; margin: .6em 0; }
h2 { font-size: 1.15em; font-weight: 600; margin: 0 0 .5em; }
section { margin-top: 2rem; min-width: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; }
.note { border-left: 3px solid var(--series2); padding-left: .8rem; margin: 1rem 0 0; }
.chart { height: 20rem; position: relative; }
.chart canvas:focus-visible, .scroll:focus-visible, a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.scroll { overflow: auto; max-height: 26rem; }
.pair { display: grid; gap: 0 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem 1.2rem .25rem 0; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--back); color: var(--soft); font-weight: 500; white-space: nowrap; }
th[scope=row] { font-weight: inherit; }
.number { text-align: right; white-space: nowrap; }
.zero { color: var(--soft); }
code { font: .95em var(--vscode-editor-font-family, ui-monospace, monospace); overflow-wrap: break-word; color: inherit; background: none; padding: 0; }
.requestId code, #overTime th { white-space: nowrap; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
`;

/** A page with a summary: every number in a table, and a chart that the script draws of the same numbers. */
export function renderLogSummaryPage(page: LogSummaryPage): string {
  const { title, summary, contentSecurityPolicy, nonce, script, linkOf } = page;
  const nonceAttribute = nonce === undefined ? '' : ` nonce="${escapeHtml(nonce)}"`;
  const tables = new Map(describeTables(summary).map((table) => [table.id, renderTable(table, linkOf)]));
  const totals = describeTotals(summary).map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  const notes = describeLimits(summary).map((sentence) => `<p class="note">${escapeHtml(sentence)}</p>`);
  const nothing = summary.codes.length > 0 ? '' : `<p>${escapeHtml(l10n.t('No error code of a catalogue is in the log.'))}</p>`;
  return `${renderPageHead({ title, policy: contentSecurityPolicy, style: logSummaryStyle, nonce })}
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<dl>${totals.join('')}</dl>
${notes.join('\n')}${nothing}
${tables.has('overTime') ? renderChart(summary) : ''}
${['overTime', 'codes', 'failing', 'slowest'].map((id) => tables.get(id as SummaryTable['id']) ?? '').join('\n')}
<div class="pair">${['unknown', 'levels', 'formats'].map((id) => tables.get(id as SummaryTable['id']) ?? '').join('\n')}</div>
${tables.get('skipped') ?? ''}
</main>
<script type="application/json" id="summary">${toScriptJson(summary.overTime)}</script>
${'source' in script ? `<script${nonceAttribute} src="${escapeHtml(script.source)}"></script>` : `<script${nonceAttribute}>${script.text}</script>`}
</body>
</html>
`;
}

function renderChart({ overTime }: LogSummary): string {
  const label = l10n.t('Bars of error codes over time. The table below has the same numbers.');
  const other = l10n.t('other codes');
  return `<section aria-label="${escapeHtml(l10n.t('Chart'))}">
<div class="chart"><canvas id="chart" role="img" tabindex="0" aria-label="${escapeHtml(label)}" data-other="${escapeHtml(other)}" data-steps="${overTime.series[0]?.counts.length ?? 0}"></canvas></div>
</section>`;
}

function renderTable({ id, title, columns, rows }: SummaryTable, linkOf: LogSummaryPage['linkOf']): string {
  const kinds = rows[0] ?? [];
  const head = columns.map(
    (column, index) => `<th scope="col"${kinds[index]?.kind === 'number' ? ' class="number"' : ''}>${escapeHtml(column)}</th>`,
  );
  const body = rows.map((row) => `<tr>${row.map((cell, index) => renderCell(cell, index === 0, linkOf)).join('')}</tr>`);
  return `<section id="${id}">
<h2 id="${id}-title">${escapeHtml(title)}</h2>
<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-title">
<table>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function renderCell({ text, kind }: SummaryCell, isFirst: boolean, linkOf: LogSummaryPage['linkOf']): string {
  const href = kind === 'requestId' ? linkOf(text) : undefined;
  const plain = escapeHtml(text);
  const shown = kind === 'code' || kind === 'requestId' ? `<code>${plain}</code>` : plain;
  const content = text === '' ? '' : href === undefined ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`;
  const classes = kind === 'text' || kind === 'code' ? '' : ` class="${kind}${kind === 'number' && text === '0' ? ' zero' : ''}"`;
  return isFirst ? `<th scope="row"${classes}>${content}</th>` : `<td${classes}>${content}</td>`;
}

/** JSON inside a script element: nothing in it can end the element. */
function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
