import assert from 'node:assert/strict';
import { useEditor } from './editorUnderTest.ts';

describe('Error codes in code, in a real editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ trustEverything: true });

  it('explains a code on hover', async () => {
    const { workbench } = editor();
    await workbench.openFile('src/handleError.ts');
    const text = await workbench.hover('INSUFFICIENT_CREDITS', '402');
    assert.match(text, /INSUFFICIENT_CREDITS · 402 Payment Required · Pikzels API/);
    assert.match(text, /API balance is too low for the requested operation/);
  });
});
