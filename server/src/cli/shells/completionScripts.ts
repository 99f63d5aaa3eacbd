import type { CommandEntry } from './commandTree.ts';

/** The shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** The script by which a shell completes commands, options and their values; everything else is a file. */
export function writeCompletion(shell: Shell, commands: readonly CommandEntry[]): string {
  return { bash: writeBash, zsh: writeZsh, fish: writeFish }[shell](commands);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function wordsOf({ options, arguments: given, commands }: CommandEntry): string {
  return [...commands, ...given.flatMap(({ choices }) => choices), ...options.map(({ long }) => long), '--help'].join(' ');
}

function writeBash(commands: readonly CommandEntry[]): string {
  const steps = commands.filter(({ path }) => path !== '').map(({ path }) => `      ${stepTo(path)}) path=${quote(path)} ;;`);
  const values = commands.flatMap(({ path, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map(({ long, choices }) => `    ${quote(`${path}|${long}`)}) words=${quote(choices.join(' '))}; isValue=1 ;;`),
  );
  return `# Completion of api-error-codes for bash.
_api_error_codes() {
  local path= word words= isValue= current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${steps.join('\n')}
    esac
  done
  case "$path|$previous" in
${values.join('\n')}
  esac
  if [[ -z $isValue ]]; then
    case "$path" in
${commands.map((entry) => `      ${quote(entry.path)}) words=${quote(wordsOf(entry))} ;;`).join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -gt 0 || $current == -* ]] || COMPREPLY=($(compgen -f -- "$current"))
}
complete -o filenames -F _api_error_codes api-error-codes
`;
}

/** The path and word that lead to a command. */
function stepTo(path: string): string {
  const at = path.lastIndexOf(' ');
  return quote(at === -1 ? ` ${path}` : path);
}

function writeZsh(commands: readonly CommandEntry[]): string {
  const escape = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
  const describe = ({ options, arguments: given }: CommandEntry): string => {
    const specs = options.map(({ long, description, takesValue, choices }) => {
      const values = choices.length > 0 ? `(${choices.join(' ')})` : '_files';
      return quote(`*${long}[${escape(description)}]${takesValue ? `:value:${values}` : ''}`);
    });
    const chosen = given.flatMap(({ choices }) => choices);
    const rest = chosen.length > 0 ? `*:value:(${chosen.join(' ')})` : '*:file:_files';
    return ['_arguments', ...specs, quote('--help[display help for command]'), quote(rest)].join(' ');
  };
  const listOf = (entry: CommandEntry): string => {
    const names = entry.commands.map((name) => {
      const child = commands.find(({ path }) => path === `${entry.path} ${name}`.trim());
      return quote(`${name}:${escape(child?.description ?? '')}`);
    });
    return `commands=(${names.join(' ')}); _describe command commands`;
  };
  const branch = (entry: CommandEntry, depth: number): string => {
    const indent = '  '.repeat(depth);
    if (entry.commands.length === 0) return `${indent}${describe(entry)}`;
    const children = entry.commands.flatMap((name) => {
      const child = commands.find(({ path }) => path === `${entry.path} ${name}`.trim());
      return child ? [`${indent}  ${name})\n${branch(child, depth + 2)} ;;`] : [];
    });
    return [
      `${indent}if (( CURRENT == 2 )); then ${listOf(entry)}; return; fi`,
      `${indent}shift words; (( CURRENT -= 1 ))`,
      `${indent}case $words[1] in`,
      ...children,
      `${indent}esac`,
    ].join('\n');
  };
  const [program] = commands;
  return `#compdef api-error-codes
# Completion of api-error-codes for zsh.
_api_error_codes() {
  local -a commands
${program ? branch(program, 1) : ''}
}
if [[ $funcstack[1] == _api-error-codes ]]; then _api_error_codes "$@"; else compdef _api_error_codes api-error-codes; fi
`;
}

function writeFish(commands: readonly CommandEntry[]): string {
  const lines = commands.flatMap(({ path, options, arguments: given, commands: children }) => {
    const [first, second] = path.split(' ');
    const seen = (name: string): string => `__fish_seen_subcommand_from ${name}`;
    const here =
      path === ''
        ? '__fish_use_subcommand'
        : second === undefined
          ? seen(first ?? '')
          : `${seen(first ?? '')}; and ${seen(second)}`;
    const start = `complete -c api-error-codes -n ${quote(here)}`;
    return [
      ...children.map((name) => {
        const about = commands.find((child) => child.path === `${path} ${name}`.trim())?.description ?? '';
        const without = path === '' ? here : `${here}; and not __fish_seen_subcommand_from ${children.join(' ')}`;
        return `complete -c api-error-codes -n ${quote(without)} -f -a ${name} -d ${quote(about)}`;
      }),
      ...given
        .filter(({ choices }) => choices.length > 0)
        .map(({ choices, description }) => `${start} -f -a ${quote(choices.join(' '))} -d ${quote(description)}`),
      ...options.map(({ long, description, takesValue, choices }) => {
        const value = choices.length > 0 ? ` -x -a ${quote(choices.join(' '))}` : takesValue ? ' -r' : '';
        return `${start} -l ${long.replace(/^--/, '')}${value} -d ${quote(description)}`;
      }),
    ];
  });
  return `# Completion of api-error-codes for fish.\n${lines.join('\n')}\n`;
}
