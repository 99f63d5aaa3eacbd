// The packages of grammars carry only their packagers' notices: these are the grammars' own. All are under the MIT license.

/** By grammar: its repository, and the lines of its copyright. */
const grammars = {
  bash: ['github.com/tree-sitter/tree-sitter-bash', 'Copyright (c) 2017 Max Brunsfeld'],
  'c-sharp': [
    'github.com/tree-sitter/tree-sitter-c-sharp',
    'Copyright (c) 2014-2023 Max Brunsfeld, Damien Guard, Amaan Qureshi, and contributors.',
  ],
  cpp: ['github.com/tree-sitter/tree-sitter-cpp', 'Copyright (c) 2014 Max Brunsfeld'],
  dart: ['github.com/UserNobody14/tree-sitter-dart', 'Copyright (c) 2020-2022 UserNobody14 and others'],
  go: ['github.com/tree-sitter/tree-sitter-go', 'Copyright (c) 2014 Max Brunsfeld'],
  java: ['github.com/tree-sitter/tree-sitter-java', 'Copyright (c) 2017 Ayman Nadeem'],
  javascript: ['github.com/tree-sitter/tree-sitter-javascript', 'Copyright (c) 2014 Max Brunsfeld'],
  php: [
    'github.com/tree-sitter/tree-sitter-php',
    'Copyright (c) 2017 Josh Vera, GitHub\nCopyright (c) 2019 Max Brunsfeld, Amaan Qureshi, Christian Frøystad, Caleb White',
  ],
  powershell: ['github.com/airbus-cert/tree-sitter-powershell', 'Copyright (c) 2023 Airbus CERT'],
  python: ['github.com/tree-sitter/tree-sitter-python', 'Copyright (c) 2016 Max Brunsfeld'],
  ruby: ['github.com/tree-sitter/tree-sitter-ruby', 'Copyright (c) 2016 Rob Rix'],
  rust: ['github.com/tree-sitter/tree-sitter-rust', 'Copyright (c) 2017 Maxim Sokolov'],
  swift: ['github.com/alex-pinkus/tree-sitter-swift', 'Copyright (c) 2021 alex-pinkus'],
  tsx: ['github.com/tree-sitter/tree-sitter-typescript', 'Copyright (c) 2017 Max Brunsfeld'],
  typescript: ['github.com/tree-sitter/tree-sitter-typescript', 'Copyright (c) 2017 Max Brunsfeld'],
};

/** Grammars whose packages carry their own notice. */
const withOwn = ['kotlin', 'scala'];

/**
 * The notices of grammars.
 * @param {readonly string[]} names of the grammars that are handed on
 * @param {string} license the MIT license's text without a copyright
 * @returns {{ title: string, text: string }[]} throws for a grammar that nothing is known about
 */
export function readGrammarNotices(names, license) {
  return names
    .filter((name) => !withOwn.includes(name))
    .map((name) => {
      const [repository, copyright] = grammars[name] ?? [];
      if (!copyright) throw new Error(`scripts/grammarNotices.mjs has no notice for the grammar ${name}.`);
      return { title: `${repository} (MIT)`, text: `${copyright}\n\n${license}` };
    });
}
