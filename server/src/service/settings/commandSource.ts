import * as l10n from '@vscode/l10n';
import { isRecord } from '../isRecord.ts';

/** A command whose output is searched like a log. It is the user's own: no folder and no document can name one. */
export interface CommandSource {
  /** For people. */
  readonly name: string;
  /** A name in PATH, or an absolute path. */
  readonly program: string;
  /** Handed over as they are: no shell is involved. */
  readonly args: readonly string[];
}

/** How a kind of source becomes a command. */
interface SourceKind {
  readonly type: string;
  /** The names of its texts, and whether each is needed. */
  readonly options: Readonly<Record<string, boolean>>;
  /** Undefined when the options do not fit together. */
  readonly toCommand: (options: Readonly<Record<string, string>>) => Omit<CommandSource, 'name'> | undefined;
}

const containers = (program: string): SourceKind => ({
  type: program,
  options: { container: true, since: false },
  toCommand: ({ container = '', since }) => ({ program, args: ['logs', ...option('--since', since), '--', container] }),
});

const kinds: readonly SourceKind[] = [
  {
    type: 'command',
    options: { command: true },
    toCommand: ({ command = '' }) => {
      const [program, ...args] = splitCommand(command) ?? [];
      return program === undefined ? undefined : { program, args };
    },
  },
  containers('docker'),
  containers('podman'),
  {
    type: 'kubernetes',
    options: { selector: false, pod: false, namespace: false, container: false, context: false, since: false },
    toCommand: ({ selector, pod, namespace, container, context, since }) => {
      if ((selector === undefined) === (pod === undefined)) return undefined;
      // All lines: of pods that are selected by a label it would print the last ten.
      const args = ['logs', '--tail=-1', ...option('--selector', selector), ...option('--namespace', namespace)];
      const where = container === undefined ? ['--all-containers'] : option('--container', container);
      const rest = [...option('--context', context), ...option('--since', since), ...(pod === undefined ? [] : ['--', pod])];
      return { program: 'kubectl', args: [...args, ...where, ...rest] };
    },
  },
  {
    type: 'ssh',
    options: { host: true, file: false, command: false },
    toCommand: ({ host = '', file, command }) => {
      if ((file === undefined) === (command === undefined)) return undefined;
      // The other machine's shell reads the line: a path is quoted for it.
      const line = command ?? `cat -- '${file?.replaceAll("'", String.raw`'\''`)}'`;
      return { program: 'ssh', args: ['-o', 'BatchMode=yes', '--', host, line] };
    },
  },
  {
    type: 'journald',
    options: { unit: false, since: false },
    toCommand: ({ unit, since }) => ({
      program: 'journalctl',
      args: ['--no-pager', '--output=short-iso-precise', ...option('--unit', unit), ...option('--since', since && `-${since}`)],
    }),
  },
];

/**
 * Reads sources by name.
 * @param wrong gets each invalid part, and the expected form
 */
export function readCommandSources(
  value: unknown,
  wrong: (path: readonly string[], expected: string) => void,
): readonly CommandSource[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    wrong([], l10n.t('an object of sources by name'));
    return [];
  }
  return Object.entries(value).flatMap(([name, entry]) => {
    const source = readSource(entry, (path, expected) => wrong([name, ...path], expected));
    return source ? [{ name, ...source }] : [];
  });
}

/** Reads a command as somebody types it. @returns undefined for an empty one, and where a quote is not closed */
export function readCommand(text: string): CommandSource | undefined {
  const [program, ...args] = splitCommand(text) ?? [];
  return program === undefined ? undefined : { name: text.trim(), program, args };
}

function readSource(
  entry: unknown,
  wrong: (path: readonly string[], expected: string) => void,
): Omit<CommandSource, 'name'> | undefined {
  const types = kinds.map(({ type }) => type).join(', ');
  const kind = isRecord(entry) ? kinds.find(({ type }) => type === entry['type']) : undefined;
  if (!isRecord(entry) || !kind) {
    wrong(isRecord(entry) ? ['type'] : [], isRecord(entry) ? l10n.t('one of {0}', types) : l10n.t('an object with type'));
    return undefined;
  }
  const options: Record<string, string> = {};
  let isComplete = true;
  for (const key of Object.keys(entry)) {
    if (key === 'type' || key in kind.options) continue;
    wrong([key], l10n.t('left out: {0} has {1}', kind.type, ['type', ...Object.keys(kind.options)].join(', ')));
  }
  for (const [key, isRequired] of Object.entries(kind.options)) {
    const given = entry[key];
    // A value that begins with a dash would be read as an option of the program.
    const isText = typeof given === 'string' && /^[^\s-][^\r\n\0]*$/.test(given);
    if (isText) options[key] = given.trim();
    else if (given !== undefined || isRequired) {
      wrong([key], l10n.t('a text on one line that does not begin with a dash'));
      isComplete = false;
    }
  }
  const command = isComplete ? kind.toCommand(options) : undefined;
  if (isComplete && !command) wrong([], expectedOf[kind.type]?.() ?? l10n.t('an object with type'));
  return command;
}

const expectedOf: Readonly<Record<string, () => string>> = {
  command: () => l10n.t('an object whose command has a program, and each quote closed'),
  kubernetes: () => l10n.t('an object with either selector or pod'),
  ssh: () => l10n.t('an object with either file or command'),
};

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}=${value}`];
}

/**
 * The words of a command, as a shell splits it, without anything else that a shell does. A backslash takes the next character as
 * it is, outside of single quotes; one before a letter or digit stays, since Windows has it in paths.
 */
function splitCommand(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\' && quote !== "'" && /[^A-Za-z0-9]/.test(next)) {
      word = (word ?? '') + next;
      at++;
    } else if (quote === character) quote = undefined;
    else if (quote === undefined && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (quote === undefined && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? '') + character;
  }
  if (quote !== undefined) return undefined;
  return word === undefined ? words : [...words, word];
}
