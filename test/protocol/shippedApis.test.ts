import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { CompletionList, Hover } from 'vscode-languageserver/node';
import { runCommand } from './support/runCommand.ts';
import { type Api, apis } from './support/shippedApiSources.ts';
import { useServer } from './support/useServer.ts';

describe('catalogues of the APIs that people use', function () {
  this.timeout(60_000);
  const server = useServer();
  const languages: Readonly<Record<string, string>> = {
    ts: 'typescript',
    js: 'javascript',
    py: 'python',
    go: 'go',
    dart: 'dart',
    rs: 'rust',
    rb: 'ruby',
    java: 'java',
    kt: 'kotlin',
    cs: 'csharp',
  };
  const put = (files: Api['files']) => {
    for (const [name, text] of Object.entries(files)) server.folder.put(name, text);
  };
  const placeOf = (text: string, part: string, behind = 0) => {
    const offset = text.indexOf(part) + behind;
    assert.ok(offset >= behind, part);
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };

  for (const [id, { files, hovers, completions, findings, handled }] of Object.entries(apis)) {
    it(`${id}: codes and classes are handled, checked and retried as they should be`, async () => {
      put(files);
      const { out } = await runCommand(['check', '--format', 'json'], server.folder.root);
      const report = JSON.parse(out) as {
        findings: { file: string; line: number; rule: string; severity: string; catalogue: string }[];
      };
      // Hints name classes that are left out.
      const told = report.findings.filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        told.map(({ file, line, rule, severity }) => `${file}:${line} ${rule} ${severity}`),
        findings,
      );
      assert.ok(told.every(({ catalogue }) => catalogue === id));
      const coverage = await runCommand(['coverage'], server.folder.root);
      for (const [code, place] of Object.entries(handled))
        assert.match(
          coverage.out,
          new RegExp(`^ {2}${code} .*${place.replace('.', String.raw`\.`)}`, 'm'),
          `${code}: ${coverage.out}`,
        );
    });

    it(`${id}: codes and classes are explained and completed`, async () => {
      put(files);
      const { connection, open } = await server.start();
      for (const [name, text] of Object.entries(files))
        await open(server.folder.uri(name), text, languages[name.split('.').at(-1) ?? '']);
      for (const [file, over, answer] of hovers) {
        const position = placeOf(files[file] ?? '', over, 1);
        const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
          textDocument: { uri: server.folder.uri(file) },
          position,
        });
        assert.match(JSON.stringify(hover?.contents ?? null), answer, `${file}: ${over}`);
      }
      for (const [file, at, label] of completions) {
        const position = placeOf(files[file] ?? '', at, 1);
        const list = await connection.sendRequest<CompletionList | null>('textDocument/completion', {
          textDocument: { uri: server.folder.uri(file) },
          position,
        });
        assert.ok(
          list?.items.some((item) => item.label === label),
          `${file}: ${at}`,
        );
      }
    });
  }

  it('know the errors of further AWS services by the models that a project has installed', async () => {
    const model = {
      metadata: { endpointPrefix: 'queue', serviceFullName: 'Amazon Parcel' },
      operations: { SendParcel: { errors: [{ shape: 'ParcelTooHeavy' }, { shape: 'CourierAway' }] } },
      shapes: {
        ParcelTooHeavy: {
          type: 'structure',
          exception: true,
          error: { httpStatusCode: 413 },
          documentation: '<p>Too heavy.</p>',
        },
        CourierAway: { type: 'structure', exception: true, fault: true, retryable: { throttling: false } },
        SendParcelRequest: { type: 'structure' },
      },
    };
    const data = '.venv/lib/python3.12/site-packages/botocore/data/parcel';
    server.folder.put(`${data}/2019-01-01/service-2.json`, '{}');
    server.folder.put(`${data}/2024-01-01/service-2.json.gz`, gzipSync(JSON.stringify(model)));
    server.folder.put(
      'send.py',
      `import boto3
parcel = boto3.client(
    "parcel",
)

def send():
    try:
        parcel.send_parcel()
    except parcel.exceptions.ParcelTooHeavy:
        return None
    except ClientError as error:
        if error.response["Error"]["Code"] == "CourierAwai":
            return None
        raise
`,
    );
    const { out } = await runCommand(['check', '--format', 'json'], server.folder.root);
    const { findings } = JSON.parse(out) as { findings: { line: number; rule: string; message: string }[] };
    const told = findings.map(({ line, rule, message }) => `${line} ${rule} ${message}`);
    assert.ok(
      told.some((each) => /^12 unknown-code .*CourierAway/.test(each)),
      told.join('\n'),
    );
    const coverage = await runCommand(['coverage'], server.folder.root);
    assert.match(coverage.out, /ParcelTooHeavy .*send\.py:9/);
    const explained = await runCommand(['explain', 'ParcelTooHeavy'], server.folder.root);
    assert.match(explained.out, /413[^]*Too heavy\./);
  });
});
