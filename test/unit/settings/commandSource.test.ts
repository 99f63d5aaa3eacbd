import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readCommand, readCommandSources } from '../../../server/src/service/settings/commandSource.ts';

const read = (value: unknown) => {
  const problems: string[] = [];
  const sources = readCommandSources({ x: value }, (path, expected) => problems.push(`${path.join('.')}: ${expected}`));
  return { command: sources.map(({ program, args }) => [program, ...args].join(' '))[0], problems };
};

describe('readCommandSources', () => {
  for (const [given, command] of [
    [{ type: 'docker', container: 'api' }, 'docker logs -- api'],
    [{ type: 'podman', container: 'api', since: '1h' }, 'podman logs --since=1h -- api'],
    [
      { type: 'kubernetes', selector: 'app=api', namespace: 'prod', since: '1h' },
      'kubectl logs --tail=-1 --selector=app=api --namespace=prod --all-containers --since=1h',
    ],
    [
      { type: 'kubernetes', pod: 'deploy/api', container: 'web', context: 'eu' },
      'kubectl logs --tail=-1 --container=web --context=eu -- deploy/api',
    ],
    [{ type: 'ssh', host: 'web1', file: "/var/log/it's.log" }, "ssh -o BatchMode=yes -- web1 cat -- '/var/log/it'\\''s.log'"],
    [{ type: 'ssh', host: 'web1', command: 'journalctl -u api' }, 'ssh -o BatchMode=yes -- web1 journalctl -u api'],
    [{ type: 'journald', unit: 'api' }, 'journalctl --no-pager --output=short-iso-precise --unit=api'],
    [{ type: 'journald', since: '2h' }, 'journalctl --no-pager --output=short-iso-precise --since=-2h'],
    [{ type: 'command', command: 'stern api --no-follow' }, 'stern api --no-follow'],
  ] as const)
    it(`makes ${command}`, () => assert.deepEqual(read(given), { command, problems: [] }));

  for (const [given, problem] of [
    ['docker logs api', 'x: an object with type'],
    [{ type: 'shell' }, 'x.type: one of command, docker, podman, kubernetes, ssh, journald'],
    [{ type: 'docker' }, 'x.container: a text on one line that does not begin with a dash'],
    [{ type: 'docker', container: '--help' }, 'x.container: a text on one line that does not begin with a dash'],
    [{ type: 'docker', container: 'a\nb' }, 'x.container: a text on one line that does not begin with a dash'],
    [{ type: 'ssh', host: '-oProxyCommand=x', file: '/a' }, 'x.host: a text on one line that does not begin with a dash'],
    [{ type: 'ssh', host: 'a' }, 'x: an object with either file or command'],
    [{ type: 'kubernetes', selector: 'a', pod: 'b' }, 'x: an object with either selector or pod'],
    [{ type: 'command', command: 'a "b' }, 'x: an object whose command has a program, and each quote closed'],
  ] as const)
    it(`takes no ${JSON.stringify(given)}`, () => assert.deepEqual(read(given), { command: undefined, problems: [problem] }));

  it('reads what it can of an object with more members', () => {
    const { command, problems } = read({ type: 'docker', container: 'api', colour: 'red' });
    assert.deepEqual([command, problems], ['docker logs -- api', ['x.colour: left out: docker has type, container, since']]);
  });

  it('has the kinds and options that the setting describes', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: {
        configuration: {
          properties: Record<string, { additionalProperties: { properties: Record<string, { enum?: string[] }> } }>;
        }[];
      };
    };
    const { type, ...options } =
      manifest.contributes.configuration[0]?.properties['apiErrorCodes.lookup.sources']?.additionalProperties.properties ?? {};
    const known = (type?.enum ?? []).flatMap((each) => {
      const [problem = ''] = read({ type: each, container: 'x', host: 'x', command: 'x', unknown: 'x' }).problems.filter((text) =>
        text.includes('unknown'),
      );
      return problem.replace(/.*has /, '').split(', ');
    });
    assert.deepEqual([...new Set(known)].sort(), ['type', ...Object.keys(options)].sort());
    assert.match(read({ type: '?' }).problems[0] ?? '', new RegExp(`one of ${type?.enum?.join(', ')}$`));
  });
});

describe('readCommand', () => {
  for (const [text, ...words] of [
    ['kubectl logs -l app=api', 'kubectl', 'logs', '-l', 'app=api'],
    [`  a 'b c'  "d e"f `, 'a', 'b c', 'd ef'],
    [`a "" ''`, 'a', '', ''],
    [String.raw`a b\ c "\"d\""`, 'a', 'b c', '"d"'],
    [String.raw`C:\tools\kubectl.exe logs`, String.raw`C:\tools\kubectl.exe`, 'logs'],
    ['a $(b) | c > d; e', 'a', '$(b)', '|', 'c', '>', 'd;', 'e'],
  ] as const)
    it(`splits ${text}`, () => {
      const { program, args = [] } = readCommand(text) ?? {};
      assert.deepEqual([program, ...args], words);
    });

  it('takes neither nothing nor an open quote', () =>
    assert.deepEqual([readCommand(' '), readCommand("a 'b")], [undefined, undefined]));
});
