import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { timelineRows } from '../../../scripts/editor/workbench.ts';
import { journey } from '../journeys.ts';
import { useEditor } from './editorUnderTest.ts';

const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
const uuid = '0b1c2d3e-4f5a-4b7c-8d9e-0f1a2b3c4d5e';

journey('lookUp', 'ids of any kind', function () {
  this.timeout(90_000);
  const editor = useEditor({ trustEverything: true });
  before(() => {
    const put = (name: string, text: string | Buffer) => writeFileSync(path.join(editor().folder, 'logs', name), text);
    put(
      'gateway.log',
      `2026-11-20T09:15:01.000Z INFO trace_id=${trace} request_id=${uuid} GET /pay\n2026-11-20T09:15:05.000Z ERROR gateway request_id=${uuid} upstream failed\n`,
    );
    put('queue.log.1.gz', gzipSync(`2026-11-20T09:15:03.000Z WARN queue dd.trace_id=11803532876627986230 slow\n`));
  });

  it('are read out of a whole answer that is pasted, and what ties others to them is offered and taken in', async () => {
    const { workbench, page } = editor();
    await workbench.lookUp(`{"error":"x","request_id":"${uuid}"}`, 'gateway.log:2');
    assert.equal(await timelineRows(page).count(), 2);
    await page.getByText(`related: trace ${trace}`).first().waitFor();
    await page.locator('.part.panel').getByRole('button', { name: 'Take In Related Records' }).click();
    const row = timelineRows(page).filter({ hasText: 'queue.log.1.gz:1' });
    await row.waitFor();
    const text = (await row.innerText()).replace(/\s+/g, ' ');
    assert.match(text, new RegExp(`related by trace ${trace} · found as 11803532876627986230`));
  });

  it('are links in a log, also those of traces, and are found as another program writes them', async () => {
    const { workbench, page } = editor();
    await workbench.openFile('logs/gateway.log');
    await workbench.hover(trace, 'Look up');
    await workbench.lookUp(`00-${trace}-00f067aa0ba902b7-01`, 'queue.log.1.gz');
    await timelineRows(page)
      .filter({ hasText: `found as ${trace}` })
      .waitFor();
  });
});
