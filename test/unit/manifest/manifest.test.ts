import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { scriptHosts } from '../../../server/src/service/languages/embeddedScripts.ts';
import { languages } from '../../../server/src/service/languages/registry.ts';
import { codeLanguageIds, languageIdOfPath, sourceExtensions } from '../../../server/src/service/languages/sourceOf.ts';
import { siteRules } from '../../../server/src/service/rules/table.ts';
import { defaultSettings, readSettings, severityKeys } from '../../../server/src/service/settings/settings.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, { readonly default: unknown; readonly properties?: object }>>;
    }[];
    readonly languages: readonly { readonly id: string; readonly extensions: readonly string[] }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const settings = Object.fromEntries(manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));

describe('the manifest', () => {
  it('starts the extension for code, logs, catalogues, its own tabs and its example, and for nothing that others open all the time', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...[...codeLanguageIds, 'log', 'jsonl', 'http'].map((id) => `onLanguage:${id}`),
      'workspaceContains:**/*.error-codes.{json,yaml,yml}',
      'onWebviewPanel:apiErrorCodes.timelineTable',
      'onWebviewPanel:apiErrorCodes.logReport',
      'onFileSystem:api-error-codes-example',
    ]);
  });

  it('names the languages that the editor does not bring, so that their files are known without another extension', () => {
    for (const { id, extensions } of manifest.contributes.languages) {
      // Only open ones are looked at.
      for (const extension of extensions) if (id !== 'http') assert.equal(languageIdOfPath(`a${extension}`), id);
    }
  });

  it('has the defaults that the server has', () => {
    const nested: Record<string, unknown> = {};
    for (const [key, { default: value }] of Object.entries(settings)) {
      const path = key.split('.').slice(1);
      path.reduce<Record<string, unknown>>(
        (at, step, index) => (at[step] = index === path.length - 1 ? value : (at[step] ?? {})) as Record<string, unknown>,
        nested,
      );
    }
    assert.deepEqual(readSettings(nested), { settings: defaultSettings, problems: [] });
  });

  it('offers a severity for every rule', () => {
    const { properties } = settings['apiErrorCodes.severity'] ?? {};
    assert.deepEqual(Object.keys(properties ?? {}), [...severityKeys]);
    for (const { id } of siteRules) assert.ok(severityKeys.includes(id), id);
  });

  it('offers a switch for every catalogue that ships', () => {
    const shipped = readdirSync('server/data/catalogues', { recursive: true, encoding: 'utf8' });
    const ids = shipped.flatMap((path) => /([^/\\]+)\.yaml$/.exec(path)?.[1] ?? []);
    const switches = Object.keys(settings);
    assert.deepEqual(
      switches.flatMap((key) => /^apiErrorCodes\.catalogues\.(.+)\.enabled$/.exec(key)?.[1] ?? []).sort(),
      ids.sort(),
    );
  });

  it('has a page for every rule', () => {
    for (const rule of severityKeys.filter((key) => !key.includes('.'))) assert.ok(existsSync(`docs/rules/${rule}.md`), rule);
  });

  it('has a text for every key, and no text that nothing uses', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    const texts = Object.keys(JSON.parse(readFileSync('package.nls.json', 'utf8')) as object);
    assert.deepEqual(used, new Set(texts));
  });
});

describe('the bundle for translators', () => {
  it('has the sentences of the rules and of the client', () => {
    const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, unknown>;
    for (const sentence of ['The {0} error code {1} is not handled.', 'Add all {0} missing cases', 'Look Up Request ID'])
      assert.ok(sentence in bundle, sentence);
  });
});

describe('the README', () => {
  it('names every language', () => {
    const readme = readFileSync('README.md', 'utf8');
    const titles = [...languages, ...scriptHosts].flatMap(({ title }) => title.split(' and '));
    assert.deepEqual(
      titles.filter((title) => !readme.includes(title)),
      [],
    );
  });
});

describe('files', () => {
  it('are read in the language of their ending, in any case', () => {
    assert.equal(languageIdOfPath('src/a.TS'), 'typescript');
    assert.equal(languageIdOfPath('a.vue'), 'vue');
    assert.equal(languageIdOfPath('Makefile'), undefined);
    for (const extension of sourceExtensions) assert.ok(languageIdOfPath(`a${extension}`), extension);
  });
});
