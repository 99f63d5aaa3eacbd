import assert from 'node:assert/strict';
import type { Node } from 'web-tree-sitter';
import { scriptHosts } from '../../server/src/service/languages/embeddedScripts.ts';
import { languageOfId, languages } from '../../server/src/service/languages/registry.ts';
import { sourceOf } from '../../server/src/service/languages/sourceOf.ts';
import type { Span } from '../../server/src/service/types.ts';
import { applyEdits, createTestService, testDocument, testParsers } from '../unit/support/testService.ts';
import { allCases } from '../unit/languages/cases/allCases.ts';
import { furtherForms } from '../unit/languages/cases/furtherForms.ts';
import { type Change, has } from '../unit/languages/languageCases.ts';
import { readMarkedText } from '../unit/support/markedText.ts';
import { hostileFacts, type WayIn } from './support/hostileCatalogue.ts';
import { commentPayloads, isBadComment, literalPayloads, type Payload, wordPayloads } from './support/payloads.ts';
import { readLiteral } from './support/readLiteral.ts';

/** A harmless text of the same kind: a name, a bare word, or a text that is neither. */
function harmlessFor(way: WayIn, text: string): string {
  if (way === 'cause' || way === 'title') return 'A harmless text';
  return /^[A-Za-z_]\w*$/.test(text) ? 'HARMLESS_CODE' : /^[\w-]+$/.test(text) ? 'harmless-code' : 'harmless: code';
}

interface Source {
  readonly languageId: string;
  readonly form: string;
  readonly text: string;
  readonly cursor?: number;
}

/** Languages that share all of it with TypeScript: two forms are enough. */
const alike = new Set(['typescriptreact', 'javascript']);

const sources: readonly Source[] = [
  ...allCases.flatMap(({ languageId, ...cases }): Source[] =>
    (['switch', 'switchWithDefault', 'chain', 'earlyReturns', 'table', 'constants'] as const).flatMap((form) => {
      const change = cases[form];
      if (!has(change) || (alike.has(languageId) && form !== 'switch' && form !== 'table')) return [];
      return [{ languageId, form, text: typeof change === 'string' ? change : change.before }];
    }),
  ),
  ...furtherForms.map(({ languageId, form, before }) => ({ languageId, form, text: before })),
];

/** The cases of TypeScript in every kind of page. */
const inPages: readonly Source[] = scriptHosts.flatMap(({ id, languageIds: [languageId = ''] }) =>
  sources
    .filter((source) => source.languageId === 'typescript' && ['switch', 'table'].includes(source.form))
    .map(({ form, text }) => ({
      languageId,
      form,
      text: id === 'astro' ? `---\n${text}---\n<p>x</p>\n` : `<p>x</p>\n<script lang="ts">\n${text}</script>\n<p>y</p>\n`,
    })),
);

const completions: readonly Source[] = allCases.flatMap(({ languageId, completion, halfTyped, armStart }): Source[] => {
  const places: Readonly<Record<string, Change | undefined>> = {
    completion,
    halfTyped,
    armStart: has(armStart) ? armStart : undefined,
  };
  return Object.entries(places).flatMap(([form, change]) => {
    if (!change) return [];
    const { text, cursor } = readMarkedText(change.before);
    return [{ languageId, form, text, cursor }];
  });
});

/** The structure of a text's tree: the types of its nodes, and the texts of its literals and comments. */
async function shapeOf(text: string, languageId: string) {
  const source = await sourceOf(languageId, text);
  assert.ok(source);
  const { language } = source;
  const tree = await (await testParsers.parserFor(language.grammar)).parse(source.text);
  assert.ok(tree);
  const types: string[] = [];
  const literals: string[] = [];
  const comments: string[] = [];
  const words: string[] = [];
  const visit = (node: Node): void => {
    if (/^(?:raw_|interpreted_|line_)?string(?:_literal)?$|^encapsed_string$|^template_string$/.test(node.type) && node.isNamed) {
      types.push('text');
      literals.push(node.text);
      if (hasCode(node)) types.push('code in a text');
    } else if (language.comment.nodes.has(node.type)) {
      types.push('comment');
      comments.push(node.text);
    } else {
      if (node.isError || node.isMissing) types.push('ERROR');
      // A bare word may become a text in quotes, and a name may be of another kind.
      const isWord = node.childCount === 0 && /identifier|word|name|symbol|constant|number|integer|pattern|regex/.test(node.type);
      if (isWord) words.push(node.text);
      types.push(isWord ? 'text' : node.type);
      for (const child of node.children) if (child) visit(child);
    }
  };
  visit(tree.rootNode);
  tree.delete();
  const tags = language === languageOfId(languageId) ? [] : [...text.matchAll(/<\/?script|<!--/gi)].map(([tag]) => tag);
  return { types: [...types, ...tags].join(' '), literals, comments, words };
}

function hasCode(node: Node): boolean {
  return node.children.some(
    (child) => child !== null && (/interpol|substitution|expansion|expression|variable/.test(child.type) || hasCode(child)),
  );
}

async function actionsOf({ text, languageId }: Source, way: WayIn, payload: string) {
  const service = createTestService();
  const facts = hostileFacts(way, payload);
  const document = testDocument(text, languageId);
  const actions = await service.provideCodeActions(document, facts, { start: 0, end: text.length });
  const all = way === 'successor' ? await service.provideActionForAll(document, facts, 'fixAll') : undefined;
  service.forget(document.uri);
  return [...actions, ...(all ? [all] : [])].filter(({ edits }) => edits.length > 0);
}

const isOurs: Readonly<Record<WayIn, RegExp>> = {
  code: /^Add (?:all|the missing)/,
  cause: /^Add (?:all|the missing)/,
  title: /^Add (?:all|the missing)|^Not the /,
  successor: /^Replace with|^Fix all/,
};

/** The problem of a source after a fix; undefined when it is right. */
async function whatIsWrong(
  source: Source,
  way: WayIn,
  payload: string,
  after: string,
  expected: string,
): Promise<string | undefined> {
  const { languageId } = source;
  const [written, meant, before] = await Promise.all([
    shapeOf(after, languageId),
    shapeOf(expected, languageId),
    shapeOf(source.text, languageId),
  ]);
  if (written.types !== meant.types) return 'the tree is another one';
  const added = written.comments.filter((comment) => !before.comments.includes(comment));
  const bad = added.find((comment) => isBadComment(languageOfId(languageId)?.languageIds[0] ?? 'typescript', comment));
  if (bad !== undefined) return `the comment ${JSON.stringify(bad)}`;
  if (way === 'cause' || way === 'title') return undefined;
  const isThere =
    written.literals.some((literal) => readLiteral(languageId, literal) === payload) ||
    written.words.some((word) => word === payload || word === `:${payload}`) ||
    // A member of an enum has a name made out of the code.
    (/^[\w-]+$/.test(payload) &&
      written.words.some((word) => word.replace(/\W|_/g, '').toLowerCase().endsWith(payload.replace(/\W|_/g, '').toLowerCase())));
  return isThere ? undefined : 'the literal has another value';
}

const known = new Map<string, ReturnType<typeof actionsOf>>();

/** The same actions for a harmless text, asked for once. */
function harmlessActions(source: Source, way: WayIn, text: string) {
  const key = JSON.stringify([source.languageId, source.text, way, text]);
  const answer = known.get(key) ?? actionsOf(source, way, text);
  known.set(key, answer);
  return answer;
}

const counts = { right: 0, withheld: 0, wrong: 0 };

async function checkFixes(source: Source, way: WayIn, payloads: readonly Payload[]): Promise<void> {
  const problems: string[] = [];
  for (const { name, text } of payloads) {
    const expected = await harmlessActions(source, way, harmlessFor(way, text));
    const actions = await actionsOf(source, way, text);
    const ours = actions.filter(({ title }) => isOurs[way].test(title));
    if (ours.length === 0) counts.withheld += 1;
    for (const action of ours) {
      const twin =
        expected.find(
          ({ title }) =>
            title.slice(0, 7) === action.title.slice(0, 7) && title.split(' ').at(-1) === action.title.split(' ').at(-1),
        ) ?? expected.find(({ title }) => title.slice(0, 7) === action.title.slice(0, 7));
      const after = applyEdits(source.text, action.edits);
      const wrong = twin
        ? await whatIsWrong(source, way, text, after, applyEdits(source.text, twin.edits))
        : 'there is no such fix for a harmless text';
      counts[wrong === undefined ? 'right' : 'wrong'] += 1;
      if (wrong !== undefined) problems.push(`${name}: ${wrong}\n${after}`);
    }
  }
  assert.deepEqual(problems, []);
}

describe('a fix writes texts out of a catalogue as texts', function () {
  this.timeout(60_000);
  it('in every language', () => {
    const tested = new Set([...sources, ...inPages].map(({ languageId }) => languageId));
    assert.deepEqual(
      [...languages, ...scriptHosts].filter(({ languageIds: [id = ''] }) => !tested.has(id)).map(({ id }) => id),
      [],
    );
  });
  for (const source of [...sources, ...inPages]) {
    const { languageId, form } = source;
    describe(`${form} in ${languageId}`, () => {
      it('codes', () => checkFixes(source, 'code', [...literalPayloads, ...wordPayloads]));
      it('successors', () => checkFixes(source, 'successor', [...literalPayloads, ...wordPayloads]));
      if (!['switch', 'table'].includes(form)) return;
      it('causes', () =>
        checkFixes(source, 'cause', form === 'table' ? [...literalPayloads, ...commentPayloads] : commentPayloads));
      it('titles', () => checkFixes(source, 'title', commentPayloads));
    });
  }
  after(() => console.log(`      fixes: ${counts.right} right, ${counts.withheld} withheld, ${counts.wrong} wrong`));
});

/** The problem of a proposal in a text that does not parse: it is read without the end of the literal. */
function isLiteral(
  { text, languageId }: Source,
  { replace, text: written }: { replace: Span; text: string },
  end: string,
  code: string,
) {
  const quote = text.charAt(replace.start - 1);
  const isRead =
    written.endsWith(end) && readLiteral(languageId, quote + written.slice(0, written.length - end.length) + quote) === code;
  return isRead ? undefined : 'the literal has another value';
}

describe('a title becomes no part of the markup around a program', () => {
  const title = 'Shop <img src=x onerror=alert(1)> {alert(1)}';
  const inMarkup: Readonly<Record<string, string>> = {
    php: "<h1>x</h1>\n<?php /* api.pikzels.com */ switch ($e->getCode()) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n} ?>\n<p>y</p>\n",
    typescriptreact:
      "// api.pikzels.com\nexport const A = (err: E) => (\n  <p>\n    {err.code === 'INSUFICIENT_CREDITS' ? 1 : 2}\n  </p>\n);\n",
    html: "<p>x</p>\n<script>/* api.pikzels.com */ switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    break;\n}</script>\n",
  };
  for (const [languageId, text] of Object.entries(inMarkup))
    it(`in ${languageId}`, async () => {
      const actions = await actionsOf({ languageId, form: 'markup', text }, 'title', title);
      const before = await shapeOf(text, languageId);
      for (const action of actions.filter((candidate) => candidate.title.startsWith('Not the'))) {
        const { comments } = await shapeOf(applyEdits(text, action.edits), languageId);
        assert.equal(comments.length, before.comments.length + 1, applyEdits(text, action.edits));
      }
    });
});

const completed = { right: 0, withheld: 0, wrong: 0 };

describe('a completion writes codes as texts', function () {
  this.timeout(60_000);
  for (const source of completions) {
    it(`${source.form} in ${source.languageId}`, async () => {
      const { text, languageId, cursor = 0 } = source;
      const problems: string[] = [];
      const ask = async (code: string) => {
        const service = createTestService();
        const list = await service.provideCompletion(testDocument(text, languageId), hostileFacts('code', code), cursor);
        service.forget('file:///src/client.ts');
        return (list?.items ?? [])
          .filter(({ data }) => data.codes.includes(code))
          .map((item) => ({
            isArms: item.kind === 'arms',
            item,
            text: applyEdits(text, [{ span: item.replace, text: item.text }, ...item.further]),
          }));
      };
      for (const payload of [...literalPayloads, ...wordPayloads]) {
        // The text already typed is the beginning of a code.
        const code = source.form === 'halfTyped' ? `CON${payload.text}` : payload.text;
        const isHalfTyped = source.form === 'halfTyped';
        const other = isHalfTyped ? `CON${harmlessFor('code', code)}` : harmlessFor('code', code);
        const usual = await ask(other);
        const items = await ask(code);
        if (items.length === 0) completed.withheld += 1;
        for (const item of items) {
          const twin = usual.find(({ isArms }) => isArms === item.isArms);
          const wrong = !twin
            ? 'there is no such proposal otherwise'
            : isHalfTyped && !item.isArms
              ? isLiteral(source, item.item, twin.item.text.slice(other.length), code)
              : await whatIsWrong(source, 'code', code, item.text, twin.text);
          completed[wrong === undefined ? 'right' : 'wrong'] += 1;
          if (wrong !== undefined) problems.push(`${payload.name}: ${wrong}\n${item.text}`);
        }
      }
      assert.deepEqual(problems, []);
    });
  }
  after(() =>
    console.log(`      completions: ${completed.right} right, ${completed.withheld} withheld, ${completed.wrong} wrong`),
  );
});
