import { type HelpText, helpTexts } from '../help/helpTexts.ts';
import type { CommandEntry } from './commandTree.ts';

/** The manual page of the program, `man 1 api-error-codes`, made of the help of its commands. */
export function writeManualPage([program, ...commands]: readonly CommandEntry[], version: string): string {
  if (!program) return '';
  const general = helpTexts['']?.();
  return `${[
    `.TH API-ERROR-CODES 1 "" "api-error-codes ${escape(version)}"`,
    '.SH NAME',
    `api-error-codes \\- ${escape(program.description.replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    '.B api-error-codes',
    '.I command',
    '[\\fIoption\\fR ...] [\\fIargument\\fR ...]',
    '.SH COMMANDS',
    ...commands.flatMap(describe),
    ...(general
      ? ['.SH EXAMPLES', ...describeExamples(general.examples), '.SH EXIT STATUS', ...describeExits(general.exits)]
      : []),
  ].join('\n')}\n`;
}

function describe({ path, description, options, arguments: given, commands }: CommandEntry): readonly string[] {
  const text = helpTexts[path]?.();
  const usage = given.map(({ name }) => `\\fI${escape(name)}\\fR`).join(' ');
  return [
    `.SS api-error-codes ${escape(path)} ${usage}`.trimEnd(),
    `${escape(description)}.`,
    ...given
      .filter((argument) => argument.description !== '')
      .flatMap((argument) => ['.TP', `\\fI${escape(argument.name)}\\fR`, escape(argument.description)]),
    ...options.flatMap((option) => {
      const choices = option.choices.length > 0 ? `: ${option.choices.join(', ')}` : '';
      return ['.TP', `\\fB${escape(option.flags)}\\fR`, escape(option.description + choices)];
    }),
    ...(text && commands.length === 0
      ? ['.PP', 'Examples:', ...describeExamples(text.examples), '.PP', 'Exit codes:', ...describeExits(text.exits)]
      : []),
  ];
}

function describeExamples(examples: HelpText['examples']): readonly string[] {
  return examples.flatMap(([line, about]) => ['.TP', `\\fB${escape(line)}\\fR`, escape(about)]);
}

function describeExits(exits: HelpText['exits']): readonly string[] {
  return exits.flatMap(([code, meaning]) => ['.TP', String(code), escape(meaning)]);
}

/** A text as roff shows it: no command at the beginning of a line, and signs as they are typed. */
function escape(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/, '\\&$&');
}
