import assert from 'node:assert/strict';
import { testParsers } from '../../support/testService.ts';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'Shop.java',
    text: 'enum ErrorCode {\n  UA("Unauthorized"),\n  FE, // No answer\n  RN("There is no such map");\n  private String message;\n}\n',
    codes: ['UA - Unauthorized', 'FE - No answer', 'RN - There is no such map'],
  },
  {
    name: 'made.ts',
    text: "import createError from 'somewhere';\nconst log = createLogger('shop_log', 'x');\nexport const NoMap = createError('ERR_NO_MAP', 'No map', 404);\nexport const Late = createError('ERR_LATE', 'Too late', 503, Error);\n",
    codes: ['ERR_NO_MAP 404 No map', 'ERR_LATE 503 Too late'],
  },
  {
    name: 'ShopErrors.java',
    text: 'class ShopErrors {\n  public static ApiError error20000 = new ApiError("20000", "no map");\n  public static ApiError error20001 = new ApiError("20001", "no key");\n}\n',
    codes: ['20000 - no map', '20001 - no key'],
  },
  {
    name: 'ShopErrors.cs',
    text: 'static class ShopErrors {\n  private const string Service = "shop";\n  public static ApiError NoMap => new("errors.shop.no_map", "No map", Service, 404);\n  public static ApiError NoKey => new ApiError("errors.shop.no_key", "No key", Service, 401);\n}\n',
    codes: ['errors.shop.no_map 404 No map', 'errors.shop.no_key 401 No key'],
  },
  {
    name: 'classes.ts',
    text: "export class ShopError extends Error {\n  constructor(message: string, code = 'SHOP_ERROR') {\n    super(message);\n  }\n}\nexport class NoMap extends ShopError {\n  constructor(message: string) {\n    super(message, 'SHOP_NO_MAP', 404);\n  }\n}\nexport class TooLate extends ShopError {\n  constructor() {\n    super('Came too late', 'SHOP_LATE', 409);\n  }\n}\nexport class Label extends Widget {\n  constructor() {\n    super('SHOP_LABEL', 'x');\n  }\n}\n",
    codes: ['SHOP_NO_MAP 404', 'SHOP_LATE 409 Came too late'],
  },
  {
    name: 'classes.py',
    text: 'class NoMap(ShopError):\n    def __init__(self):\n        super().__init__(code="NO_MAP", message="No map", status=404)\n\nclass TooLate(ShopError):\n    def __init__(self):\n        super().__init__(code="TOO_LATE", message="Too late")\n',
    codes: ['NO_MAP 404 No map', 'TOO_LATE - Too late'],
  },
  {
    name: 'Classes.java',
    text: 'class NoMap extends ShopException {\n  NoMap() { super("NO_MAP", "No map", HttpStatus.NOT_FOUND); }\n}\nclass Late extends ShopException {\n  Late() { super("TOO_LATE", "Too late", HttpStatus.CONFLICT); }\n}\n',
    codes: ['NO_MAP 404 No map', 'TOO_LATE 409 Too late'],
  },
  {
    name: 'Classes.php',
    text: "<?php\nclass NoMap extends ShopException {\n  function __construct() { parent::__construct('NO_MAP', 'No map', 404); }\n}\nclass Late extends ShopException {\n  function __construct() { parent::__construct('TOO_LATE', 'Too late', 409); }\n}\n",
    codes: ['NO_MAP 404 No map', 'TOO_LATE 409 Too late'],
  },
  {
    name: 'Classes.cs',
    text: 'class NoMap : ShopException {\n  public NoMap() : base("NO_MAP", "No map", 404) { }\n}\nclass Late : ShopException {\n  public Late() : base("TOO_LATE", "Too late", 409) { }\n}\n',
    codes: ['NO_MAP 404 No map', 'TOO_LATE 409 Too late'],
  },
  {
    name: 'Classes.kt',
    text: 'class NoMap : ShopException("NO_MAP", "No map", 404)\nclass Late : ShopException("TOO_LATE", "Too late", 409)\n',
    codes: ['NO_MAP 404 No map', 'TOO_LATE 409 Too late'],
  },
  {
    name: 'messages.py',
    text: 'class ErrorCode(str, Enum):\n    NO_MAP = "NO_MAP"\n    LATE = "TOO_LATE"\n\nERROR_MESSAGES = {\n    ErrorCode.NO_MAP: "There is no map.",\n    ErrorCode.LATE: "It came too late.",\n}\n',
    codes: ['NO_MAP - There is no map.', 'TOO_LATE - It came too late.'],
  },
  {
    name: 'Messages.php',
    text: "<?php\nclass ErrorCode {\n  public const ERR00 = 'err00';\n  public const ERR01 = 'err01';\n  protected static $error_description = [\n    self::ERR00 => 'Wrong call',\n    self::ERR01 => 'No answer',\n  ];\n}\n",
    codes: ['err00 - Wrong call', 'err01 - No answer'],
  },
  {
    name: 'Statics.php',
    text: '<?php\nclass ErrorCode {\n  public static $SHOP_OK = 0;\n  public static $SHOP_NO_MAP = 10001;\n  public static $SHOP_LATE = 10002;\n  private $code;\n}\n',
    codes: ['10001 [SHOP_NO_MAP] -', '10002 [SHOP_LATE] -'],
  },
  {
    name: 'ErrorList.php',
    text: "<?php\nclass ErrorCode {\n  protected $codes = [\n    'no_map',\n    'late', // It came too late\n  ];\n}\n",
    codes: ['no_map -', 'late - It came too late'],
  },
  {
    name: 'Limits.php',
    text: '<?php\nenum ErrorCode: int {\n  case NO_MAP = -32700;\n  case LATE = -32600;\n  public const MIN_CUSTOM = -32000;\n}\n',
    codes: ['-32700 [NO_MAP] -', '-32600 [LATE] -'],
  },
  {
    name: 'errorCodes.ts',
    text: "export const ERROR_CODES = {\n  200: 'Request succeeded',\n  4001: 'No map',\n  4002: 'shop.map.late',\n};\n",
    codes: ['4001 - No map', '4002 - shop.map.late'],
  },
  {
    name: 'Keyed.php',
    text: "<?php\nclass ErrorCode {\n  public static $errCode = array(\n    '-1' => '忙',\n    '0' => '请求成功',\n    '40001' => '无地图',\n  );\n}\n",
    codes: ['-1 - 忙', '40001 - 无地图'],
  },
  {
    name: 'error_codes.rs',
    text: '/// No map.\npub const NO_MAP: i64 = -32002;\n/// Where the range begins.\npub const SHOP_RANGE_START: i64 = -32899;\npub const LATE: i64 = -32800;\npub const SHOP_RANGE_END: i64 = -32800;\n',
    codes: ['-32002 [NO_MAP] - No map.', '-32800 [LATE] -'],
  },
  {
    name: 'registered.go',
    text: 'package shop\n\nvar (\n\tNoMap = register(&ShopError{\n\t\tCode: 1001, Name: "SHOP_NO_MAP",\n\t\tDescription: "There is no map", Retryable: true,\n\t})\n\tLate = register(&ShopError{Code: 1002, Name: "SHOP_LATE", Description: "It came too late"})\n)\n',
    codes: ['1001 [SHOP_NO_MAP] - There is no map', '1002 [SHOP_LATE] - It came too late'],
  },
  {
    name: 'sentinels.go',
    text: 'package shop\n\nvar (\n\tErrNoMap = errors.New("0001") // No map\n\tErrLate = errors.New("CRM-0002")\n\tErrOther = errors.New("some other thing")\n\tErrEnd = errors.New("EOF")\n)\n',
    codes: ['0001 - No map', 'CRM-0002 -'],
  },
  {
    name: 'errors.ts',
    text: "const MESSAGES: Record<string, { text: string }> = {\n  INVALID_MAP: { text: 'No such map' },\n  MAP_TOO_OLD: { text: 'Too old' },\n};\nconst LABELS = { BIG_MAP: 'Big', OLD_MAP: 'Old' };\n",
    codes: ['INVALID_MAP - No such map', 'MAP_TOO_OLD - Too old'],
  },
  {
    name: 'kinds.rs',
    text: '#[serde(rename_all = "snake_case")]\npub enum ErrorKind {\n    /// No map\n    NoMap,\n    /// Any other\n    Other,\n}\n',
    codes: ['no_map - No map', 'other - Any other'],
  },
  {
    name: 'texts.go',
    text: 'package shop\n\nfunc ErrorText(code int) string {\n\tswitch code {\n\tcase 0:\n\t\treturn "Success"\n\tcase 1001:\n\t\treturn "No map"\n\tcase 1002:\n\t\treturn "Late"\n\t}\n\treturn ""\n}\n\nfunc Label(size int) string {\n\tswitch size {\n\tcase 1:\n\t\treturn "Big map"\n\tcase 2:\n\t\treturn "Old map"\n\t}\n\treturn ""\n}\n',
    codes: ['1001 - No map', '1002 - Late'],
  },
  {
    name: 'texts.ts',
    text: "export function errorMessage(code: string): string {\n  switch (code) {\n    case 'NO_MAP':\n      return 'There is no map.';\n    case 'late':\n      return `Too late`;\n    default:\n      return 'Unknown';\n  }\n}\n",
    codes: ['NO_MAP - There is no map.', 'late - Too late'],
  },
  ...(
    [
      [
        'Texts.php',
        '<?php\nclass E {\n  static function errorMessage($code) {\n    return match ($code) { 1001 => "No map", 1002 => "Late", default => "" };\n  }\n}\n',
      ],
      [
        'texts.py',
        'def error_text(code):\n    match code:\n        case 1001:\n            return "No map"\n        case 1002:\n            return "Late"\n',
      ],
      [
        'Texts.java',
        'class E { static String errorMessage(int code) { switch (code) { case 1001: return "No map"; case 1002: return "Late"; default: return ""; } } }\n',
      ],
      [
        'Texts.cs',
        'class E { static string ErrorMessage(int code) => code switch { 1001 => "No map", 1002 => "Late", _ => "" }; }\n',
      ],
      [
        'texts.kt',
        'fun errorMessage(code: Int): String = when (code) {\n  1001 -> "No map"\n  1002 -> "Late"\n  else -> ""\n}\n',
      ],
      [
        'texts.rs',
        'fn error_description(code: i32) -> Option<&str> {\n    match code {\n        1001 => Some("No map"),\n        1002 => Some("Late"),\n        _ => None,\n    }\n}\n',
      ],
    ] as const
  ).map(([name, text]) => ({ name, text, codes: ['1001 - No map', '1002 - Late'] })),
  {
    name: 'structs.go',
    text: 'package shop\n\nvar ErrNoMap = &APIError{Code: "NO_MAP", Status: http.StatusNotFound, Message: "no map"}\nvar ErrLate = APIError{Code: "LATE_MAP", HTTPStatus: 409, Message: "too late"}\nvar (\n\tErrOne = &AppError{Code: 1001, Message: "one"}\n\tErrTwo = &AppError{Code: 1002, Message: "two"}\n)\nvar small = Size{Code: "SMALL_MAP", Text: "small"}\n',
    codes: ['NO_MAP 404 no map', 'LATE_MAP 409 too late', '1001 [ErrOne] - one', '1002 [ErrTwo] - two'],
  },
  {
    name: 'structs.rs',
    text: 'pub const NO_MAP: ErrorCodeEntry = ErrorCodeEntry { code: "MAP-1000", name: "NoMap", http_status: 404, message: "No map" };\npub static LATE: ErrorCodeEntry = ErrorCodeEntry { code: "MAP-1001", name: "Late", http_status: 0, message: "Too late" };\n',
    codes: ['MAP-1000 404 No map', 'MAP-1001 - Too late'],
  },
  {
    name: 'errno.py',
    text: '# no error\nNO_ERROR = 0\n\n# failed\nFAILED = 1\n# no map\nNO_MAP = 2\n# no key\nNO_KEY = 3\n# late\nTOO_LATE = 400\n',
    codes: ['1 [FAILED] - failed', '2 [NO_MAP] - no map', '3 [NO_KEY] - no key', '400 [TOO_LATE] - late'],
  },
  {
    name: 'numbered.py',
    text: 'class KeyError(IntEnum):\n    KEY_LOST = 410\n    KEY_OLD = 411\n    KEY_BAD = 412\n\nclass ShopError(IntEnum):\n    NO_KEY = 401\n    FORBIDDEN = 403\n    NOT_FOUND = 404\n',
    codes: ['410 [KEY_LOST] -', '411 [KEY_OLD] -', '412 [KEY_BAD] -'],
    notes: ['7: ShopError lists HTTP statuses, not error codes.'],
  },
  {
    name: 'problems.go',
    text: 'package shop\n\nconst (\n\tNoMapProblem = ProblemType("noMap")\n\tLateProblem = ProblemType("late")\n\n\tPrefix = "urn:shop:error:"\n)\n',
    codes: ['noMap -', 'late -'],
  },
  {
    name: 'typed.go',
    text: 'package shop\n\nconst (\n\tCodeLate ErrorCode = 1001\n\tCodeLost = 1002\n)\n',
    codes: ['1001 [CodeLate] -', '1002 [CodeLost] -'],
  },
  {
    name: 'error.js',
    text: "module.exports = {\n  no_map: { code: 1001, message: 'No map' },\n  'late': { code: 1002, message: 'Late' },\n};\n",
    codes: ['1001 [no_map] - No map', '1002 [late] - Late'],
  },
  {
    name: 'ErrorCode.php',
    text: '<?php\nclass ErrorCode {\n  /**\n   * @Message("No answer")\n   */\n  const SERVER_ERROR = 500;\n  /** @Message("No map") */\n  public const NO_MAP = 3002;\n}\n',
    codes: ['500 [SERVER_ERROR] - No answer', '3002 [NO_MAP] - No map'],
  },
  {
    name: 'StatusErrorCode.php',
    text: '<?php\nclass ErrorCode {\n  const SERVER_ERROR = 500;\n  const NOT_FOUND = 404;\n}\n',
    codes: [],
    notes: ['3: ErrorCode lists HTTP statuses, not error codes.'],
  },
  {
    name: 'titles.kt',
    text: 'enum class ErrorCode(val status: Int, val code: String, val message: String) {\n  // Common\n  NO_MAP(404, "C001", "No map"),\n  LATE(503, "C002", "Too late"),\n  LOST(404, "C003", "Lost"),\n}\n',
    codes: ['C001 404 No map', 'C002 503 Too late', 'C003 404 Lost'],
  },
  {
    name: 'behind.cs',
    text: 'class ErrorCode {\n  // Maps\n  public const string NO_MAP = "M01"; // No map\n  public const string LATE = "M02"; // Too late\n}\n',
    codes: ['M01 - No map', 'M02 - Too late'],
  },
];

describe('errors in source code that calls make, and what is around codes', function () {
  this.timeout(20_000);
  for (const { name, text, codes, notes } of cases) {
    it(name, async () => {
      const reading = await readPage(text, name, async (grammar, code) => (await testParsers.parserFor(grammar)).parse(code));
      assert.deepEqual(describeCodes(reading), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }
});
