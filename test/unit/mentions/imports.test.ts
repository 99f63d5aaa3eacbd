import assert from 'node:assert/strict';
import { type DeclaringFile, resolveImports } from '../../../server/src/service/mentions/imports.ts';

const enums: DeclaringFile = { uri: 'file:///src/codes.ts', constants: [['Code.Tide', 'TIDE_TOO_LOW']] };
const plain: DeclaringFile = { uri: 'file:///src/codes.ts', constants: [['TIDE', 'TIDE_TOO_LOW']] };
const harbour: DeclaringFile = { uri: 'file:///src/harbour/codes.go', constants: [['Tide', 'TIDE_TOO_LOW']] };

describe('resolveImports', () => {
  const cases: readonly (readonly [title: string, declaring: DeclaringFile, text: string, spelling: string])[] = [
    ['a member', enums, "import { Code } from './codes';\ncase Code.Tide:", 'Code.Tide'],
    ['a renamed owner', enums, "import { Code as K } from './codes';\ncase K.Tide:", 'K.Tide'],
    ['all of a module', enums, "import * as C from './codes';\ncase C.Code.Tide:", 'C.Code.Tide'],
    ['what a module exports by default', enums, "import Codes from './codes';\nCode; case Codes.Tide:", 'Codes.Tide'],
    ['a short name that is imported', plain, "import { TIDE } from './codes';\ncase TIDE:", 'TIDE'],
    ['a short name behind its module', plain, "import * as C from './codes';\ncase C.TIDE:", 'C.TIDE'],
    ['a short name that is renamed', plain, "import { TIDE as LOW } from './codes';\ncase LOW:", 'LOW'],
    ['a required module', plain, "const C = require('./codes');\ncase C.TIDE:", 'C.TIDE'],
    ['a renamed module of Python', plain, 'import codes as c\ncase c.TIDE:', 'c.TIDE'],
    ['a renamed package of Go', harbour, 'import hb "example.com/harbour"\ncase hb.Tide:', 'hb.Tide'],
    [
      'a renamed package of Go among others',
      harbour,
      'import (\n\t"fmt"\n\thb "example.com/harbour"\n)\ncase hb.Tide:',
      'hb.Tide',
    ],
    ['a renamed type of Rust', enums, 'use crate::codes::Code as K;\nK::Tide | Code.Tide', 'K.Tide'],
    ['a renamed type of C#', enums, 'using K = Harbour.codes.Code;\ncase K.Tide:', 'K.Tide'],
  ];
  for (const [title, declaring, text, spelling] of cases)
    it(`knows ${title}`, () => {
      const resolved = resolveImports(text, 'file:///app/client.ts', [declaring]);
      assert.equal(resolved.get(spelling), 'TIDE_TOO_LOW', [...resolved.keys()].join(', '));
    });

  it('does not take a short name of a module that is imported for something else', () => {
    const resolved = resolveImports("import { other } from './codes';\nconst TIDE = 1;", 'file:///app/client.ts', [plain]);
    assert.equal(resolved.get('TIDE'), undefined);
  });
});
