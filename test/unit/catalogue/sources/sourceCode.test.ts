import assert from 'node:assert/strict';
import { describeCodes, describeNotes } from './readPage.ts';
import { describeCases, type SourceCase, readSourceCode as read } from './sourceCases.ts';

const cases: readonly SourceCase[] = [
  {
    name: 'numbers.cs',
    text: 'enum ErrorCode {\n  /// <summary>Late</summary>\n  TooLate = 1001,\n  Gone,\n}\nenum FaultCode { NoName, NoKey }\n',
    codes: ['1001 [TooLate] - Late', '1002 [Gone] -', 'NoName -', 'NoKey -'],
  },
  {
    name: 'success.go',
    text: 'package shop\n\ntype ErrorCode int\n\nconst (\n\tCodeOK ErrorCode = iota\n\tCodeNoKey\n)\n',
    codes: ['1 [CodeNoKey] -'],
    notes: ['6: CodeOK is left out: it means that nothing failed.'],
  },
  {
    name: 'Words.kt',
    text: 'enum class ErrorCode(val code: String, val message: String) {\n  LATE("E-001", "Too late"),\n  GONE("E-002", "Gone");\n}\n',
    codes: ['E-001 - Too late', 'E-002 - Gone'],
  },
  {
    name: 'remarks.py',
    text: 'class ErrorCode(str, Enum):\n    LATE = "late"  #: Too late\n    GONE = "gone"  # Gone\n',
    codes: ['late - Too late', 'gone - Gone'],
  },
  {
    name: 'Numbers.java',
    text: 'enum ErrorCode {\n  SUCCESS(200, "成功"),\n  NO_KEY(40100, "未登录"),\n  LATE(50001, "Late"),\n  NO_MAP(1002, "NO_MAP");\n}\n',
    codes: ['40100 [NO_KEY] - 未登录', '50001 [LATE] - Late', 'NO_MAP -'],
  },
  {
    name: 'success.ts',
    text: 'export enum ErrorCode {\n  ErrorCodeOk = 1,\n  ErrorCodeLate = 2,\n}\n',
    codes: ['2 [ErrorCodeLate] -'],
    notes: ['2: ErrorCodeOk is left out: it means that nothing failed.'],
  },
  {
    name: 'texts.ts',
    text: "export enum MapError {\n  LATE = 'map_late',\n}\nconst mapErrorMessages = {\n  [MapError.LATE]: 'Too late',\n};\nconst keyErrorMessages = { [KeyError.LOST]: 'Lost' };\n",
    codes: ['map_late - Too late'],
    notes: ['7: 1 of 1 values of keyErrorMessages cannot be read: they are computed.'],
  },
  {
    name: 'WireResult.kt',
    text: 'enum class WireResult(code: String, text: String, status: HttpStatus) {\n  SUCCESS("success", "Done", HttpStatus.OK),\n  LATE("late", Texts.LATE, HttpStatus.CONFLICT),\n  LOST("lost", "No map", HttpStatus.NOT_FOUND);\n  private object Texts {\n    const val LATE_ERROR = "too_late"\n  }\n}\n',
    codes: ['late 409', 'lost 404 No map'],
    notes: ['2: SUCCESS is left out: it means that nothing failed.'],
  },
  {
    name: 'ErrorCode.php',
    text: "<?php\nfinal class ErrorCode\n{\n    public const NO_MAP = 'No map';\n    public const TOO_LATE = 'It is too late';\n    public const LOST = 'Lost';\n}\n",
    codes: ['NO_MAP - No map', 'TOO_LATE - It is too late', 'LOST - Lost'],
  },
  {
    name: 'codes.go',
    text: 'package e\n\nvar mapCodes = []string{\n\t"map_lost",\n\t"late",\n}\n\nvar errorTexts = map[string]string{"NO_KEY": "No key", "NO_CAR": "No car"}\n\nvar colours = []string{"red"}\n\nvar errorCounter = New(Opts{Name: "x", Help: "y"})\n\nvar errorsByName = map[string]error{nameOf(ErrLate): ErrLate}\n\nvar defaults = map[string]any{"limits.max_time": 3}\n\nvar ErrorCode_name = map[int32]string{1001: "LATE"}\n',
    codes: ['map_lost -', 'late -', 'NO_KEY - No key', 'NO_CAR - No car'],
  },
  {
    name: 'support.py',
    text: 'class ErrorCode:\n    LATE = "late"\n\nclass SupportCodes:\n    CALL = "SUP-01"\n',
    codes: ['late -'],
    notes: ['4: The enum SupportCodes is not about errors and is left out.'],
  },
  {
    name: 'tools.ts',
    text: "export const TOOL_ERROR_CODE_TIMEOUT = 'timeout' as const;\nexport const TOOL_ERROR_CODE_NO_KEY = 'no_key' as const;\n",
    codes: ['timeout -', 'no_key -'],
  },
  {
    name: 'messages.py',
    text: 'error_list = [\n    {"code": "701", "message": "No key"},\n    {"code": "0", "message": "Success"},\n]\nERROR_TEXTS = {"NO_MAP": "Lost", "NO_CAR": "No fuel"}\nerror_messages = {"email": "Write one", "name": "Write one"}\n',
    codes: ['701 - No key', 'NO_MAP - Lost', 'NO_CAR - No fuel'],
    notes: ['3: 0 is left out: it means that nothing failed.'],
  },
  {
    name: 'enum.ts',
    text: `/** All of them. */
export enum ShopErrorCode {
  /** The map is lost. */
  MapLost = 'MAP_LOST',
  NoKey = 'no_key', // 401: No key
  /** @deprecated Use NoKey */
  OldKey = 'old_key',
}
enum State { Open, Closed }
export enum RpcError { Parse = -32700, Busy = -32000, Ok = 0 }
`,
    codes: ['MAP_LOST - The map is lost.', 'no_key 401 No key', 'old_key - ✗', '-32700 [Parse] -', '-32000 [Busy] -'],
    notes: ['9: The enum State is not about errors and is left out.', '10: Ok is left out: it means that nothing failed.'],
  },
  {
    name: 'numbers.ts',
    text: 'enum ErrorCode { success = 0, apiMissing = 501, serverBroken = 599 }\nenum HttpError { notFound = 404, gone = 410 }\n',
    codes: ['501 [apiMissing] -', '599 [serverBroken] -', 'notFound 404', 'gone 410'],
  },
  {
    name: 'tables.ts',
    text: `export type ErrorReason = 'too_fast' | 'too_slow';
export const ERROR_CODES = ['NO_MAP', 'NO_CAR'] as const;
export const errors = Object.freeze({
  NO_FUEL: { code: 'E_FUEL', status: 503, message: 'There is no fuel' },
  NO_ROAD: 'There is no road',
  NO_BUS: computed(),
});
export const colours = ['RED_LIGHT', 'GREEN_LIGHT'];
`,
    codes: [
      'too_fast -',
      'too_slow -',
      'NO_MAP -',
      'NO_CAR -',
      'E_FUEL 503 There is no fuel',
      'NO_ROAD - There is no road',
      'NO_BUS -',
    ],
  },
  {
    name: 'errors.py',
    text: `class ErrorCode(StrEnum):
    # There is no map
    NO_MAP = "no_map"
    NO_CAR = "no_car"  # None at all

class Numbers(IntEnum):
    ONE = 1001

ERR_LATE = "late_error"
`,
    codes: ['no_map - There is no map', 'no_car - None at all', 'late_error -'],
  },
  {
    name: 'ErrorCode.java',
    text: `public enum ErrorCode {
  /** The map is lost. */
  MAP_LOST(404, "The map"),
  NO_KEY("AUTH_001", HttpStatus.UNAUTHORIZED, "No key here");
}
enum ErrorNumber {
  @Deprecated
  TOO_LATE(1007, "Too late by far");
}
`,
    codes: ['MAP_LOST 404 The map is lost.', 'AUTH_001 401 No key here', '1007 [TOO_LATE] - ✗ Too late by far'],
  },
  {
    name: 'Errors.kt',
    text: `enum class ApiError(val status: Int, val code: String) {
  /** No map */
  NO_MAP(404, "no_map"),
  NO_KEY(status = 401, code = "no_key"),
}
object ErrorCodes { const val LATE = "too_late" }
`,
    codes: ['no_map 404 No map', 'no_key 401', 'too_late -'],
  },
  {
    name: 'Errors.cs',
    text: `public enum ErrorCode {
  None = 0,
  /// <summary>No map</summary>
  NoMap = 1001,
  [Description("No key at all")] NoKey = 1002,
}
public static class ErrorNames { public const string Late = "too_late"; }
`,
    codes: ['1001 [NoMap] - No map', '1002 [NoKey] - No key at all', 'too_late -'],
  },
  {
    name: 'errors.go',
    text: `package shop
type ErrorCode string
const (
	// ErrNoMap is no map.
	ErrNoMap ErrorCode = "no_map"
	ErrNoKey ErrorCode = "no_key" // no key
)
const (
	CodeA ErrorNumber = iota + 100
	CodeB
)
const Limit = "much"
`,
    codes: ['no_map - ErrNoMap is no map.', 'no_key - no key', '100 [CodeA] -', '101 [CodeB] -'],
  },
  {
    name: 'errors.php',
    text: `<?php
enum ErrorCode: string {
  /** No map */
  case NoMap = 'no_map';
}
class ShopErrors { public const NO_KEY = 'no_key'; const STATES = [1]; }
`,
    codes: ['no_map - No map', 'no_key -'],
  },
  {
    name: 'error.rs',
    text: `/// All
#[serde(rename_all = "snake_case")]
pub enum ShopError {
  /// No map
  NoMap,
  #[serde(rename = "keyless")]
  NoKey,
  #[error("too late by {0}")]
  TooLate(u32),
}
`,
    codes: ['no_map - No map', 'keyless -', 'too_late - too late by {0}'],
  },
  {
    name: 'Errors.swift',
    text: `enum PayError: String {
  /// No map
  case noMap = "NO_MAP"
  case noKey, tooLate
}
`,
    codes: ['NO_MAP - No map', 'noKey -', 'tooLate -'],
  },
  {
    name: 'errors.dart',
    text: `enum ErrorCode {
  /// No map
  noMap('NO_MAP', 404),
  noKey,
}
`,
    codes: ['NO_MAP 404 No map', 'noKey -'],
  },
];

describeCases('reading source code that declares codes', cases);

describe('places in source code that declares codes', function () {
  this.timeout(20_000);
  it('gives the place of each code', async () => {
    const { codes } = await read('errors.ts', "enum ErrorCode {\n  A = 'a_b',\n}\n");
    assert.deepEqual(codes[0]?.location, { line: 1, column: 7 });
  });

  it('reads blocks of code in pages, with the places of their codes', async () => {
    const page = await read(
      'errors.md',
      '# Errors\n\n```ts\nenum ErrorCode {\n  /** No map */\n  NO_MAP = 7,\n  NO_KEY = 8,\n}\n```\n\n## NO_KEY\n\nThe key is lost.\n\n- Wire:\n\n  ```proto\n  enum ErrorReason {\n    UNSET = 0;\n    LATE_MAP = 1; // Late\n  }\n  ```\n\n```ts\ntype ApiError = { code: string };\n```\n',
      'markdown',
    );
    assert.deepEqual(describeCodes(page), [
      '8 [NO_KEY] - The key is lost.',
      '7 [NO_MAP] - No map',
      '8 [NO_KEY] -',
      'LATE_MAP - Late',
    ]);
    assert.deepEqual(
      page.codes.map(({ location: { line, column } }) => [line, column]),
      [
        [10, 3],
        [5, 2],
        [6, 2],
        [19, 4],
      ],
    );
    assert.deepEqual(page.from, ['1 heading', '2 declarations']);
    assert.deepEqual(describeNotes(page), ['19: UNSET of ErrorReason is left out: it means that nothing failed.']);
  });
});
