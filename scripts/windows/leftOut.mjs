// The tests that are left out under Wine, and why. Each is a part of a test's full title.

const noGit = 'there is no git.exe under Wine';
const noLinks = 'symbolic links need a privilege on Windows';
const noConnection = "Wine 8 has no connection from Node's fetch to this machine";
const noTitle = 'a process without a console has no title under Wine, and Node ends when a library asks for it';
const noCompiler = 'the compilers here are those of Linux';

/** @type {readonly (readonly [title: string, reason: string])[]} */
export const leftOut = [
  ['check --changed-since in the checkouts of CI', noGit],
  ['check of a part of a repository', noGit],
  ['checks only what has changed since a revision', noGit],
  ['a repository of many packages', noGit],
  ['is not reported where the API shows, whether its codes are used or not', noGit],
  ['follows no links, and names those that lead out', noLinks],
  ['log engines of AWS', noConnection],
  ['log engines over LSP', noConnection],
  ['log engines of a file, on the command line', noConnection],
  ['log engines ', noConnection],
  ['shows what files held while an engine still works', noConnection],
  ['api-error-codes mcp, spoken to by the official client', noTitle],
  ['mcp serves an assistant', noTitle],
  ['the code of a fix compiles', noCompiler],
  ['generate typescript writes source that compiles', noCompiler],
  ['generate keeps text of a catalogue from ending a comment or a string', noCompiler],
  ['the ready-made entry points the GitHub Action', 'the action is a script for the shell of a Linux runner'],
  ['the ready-made entry points the pre-commit hook', 'the hook is a script for bash'],
  ['writes JUnit that holds a failure for each finding', 'Windows has no file names with < and "'],
];
