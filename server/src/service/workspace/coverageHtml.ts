import { escapeHtml } from '../render/html.ts';
import { renderPageHead } from '../render/pageHead.ts';
import { describeStatusWithReason } from '../render/status.ts';
import { type CatalogueCoverage, type CodeCoverage, listedCodes, placesOfCode, stateOf } from './coverage.ts';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, CanvasText 20%, Canvas); --soft: color-mix(in srgb, CanvasText 65%, Canvas); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.never { font-weight: 600; } .soft { color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; }
meter { width: 12rem; vertical-align: middle; }
summary { cursor: pointer; }
`;
const mostPlaces = 200;

/**
 * A page without dependencies: no script, no other file, nothing from the network, readable in light and dark.
 * @param nameOf a file by its address, relative to the folder that was read
 */
export function renderCoveragePage(coverage: readonly CatalogueCoverage[], nameOf: (uri: string) => string): string {
  return `${renderPageHead({ title: 'Error codes that are handled', style })}
<body>
<h1>Error codes that are handled</h1>
${coverage.map((each) => renderCatalogue(each, nameOf)).join('\n')}
</body>
</html>
`;
}

function renderCatalogue(coverage: CatalogueCoverage, nameOf: (uri: string) => string): string {
  const { catalogue, codes, handled, total } = coverage;
  // Those of an open API that nothing names are in the list above the table.
  const listed = listedCodes(coverage);
  const title = escapeHtml(catalogue.title);
  const never = codes.filter((code) => stateOf(code).state === 'never');
  const list = never.map(({ code }) => `<li><code>${escapeHtml(code)}</code></li>`).join('');
  return `<section aria-label="${title}">
<h2>${title}</h2>
<p><meter min="0" max="${total}" value="${handled}">${handled} of ${total}</meter> ${handled} of ${total} error codes are handled.</p>
${never.length > 0 ? `<details><summary>${never.length} ${never.length === 1 ? 'is' : 'are'} never handled</summary><ul>${list}</ul></details>` : ''}
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Handled</th><th scope="col">Where</th></tr></thead>
<tbody>
${listed.map((code) => renderCode(code, nameOf)).join('\n')}
</tbody>
</table>
</section>`;
}

function renderCode(code: CodeCoverage, nameOf: (uri: string) => string): string {
  const { state } = stateOf(code);
  const shown =
    state === 'handled'
      ? `${code.handled.length + code.caught.length} ×`
      : `<span class="${state === 'never' ? 'never' : 'soft'}">${state}</span>`;
  const places = placesOfCode(code).map(({ uri, range, role }) => {
    const note = role === 'handled' ? '' : ` <span class="soft">${role}</span>`;
    return `<li><code>${escapeHtml(`${nameOf(uri)}:${range.start.line + 1}`)}</code>${note}</li>`;
  });
  const rest = places.length > mostPlaces ? [`<li>${places.length - mostPlaces} more</li>`] : [];
  const cause = code.cause === '' ? '' : `<br><span class="soft">${escapeHtml(code.cause)}</span>`;
  return `<tr><th scope="row"><code>${escapeHtml(code.code)}</code>${cause}</th><td>${escapeHtml(describeStatusWithReason(code.statuses))}</td><td>${shown}</td><td><ul>${[...places.slice(0, mostPlaces), ...rest].join('')}</ul></td></tr>`;
}
