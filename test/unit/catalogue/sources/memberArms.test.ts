import { describeCases } from './sourceCases.ts';

describeCases('reading what switches say about members of enums', [
  {
    name: 'texts.swift',
    text: 'enum ShopError: Error {\n  case mapLost\n  case tooLate(String)\n}\nextension ShopError: LocalizedError {\n  var errorDescription: String? {\n    switch self {\n    case .mapLost: return NSLocalizedString("The map was lost.", comment: "")\n    case .tooLate(let reason): return "You are too late: \\(reason)"\n    }\n  }\n  var code: Int {\n    switch self {\n    case .mapLost: return 1001\n    case .tooLate: return 1002\n    }\n  }\n}\n',
    codes: ['1001 [mapLost] - The map was lost.', '1002 [tooLate] - You are too late: \\(reason)'],
  },
  {
    name: 'numbers.swift',
    text: 'enum ErrorCodes: Int {\n  case created = 201\n  case notFound = 404\n  case gone = 410\n  var display: String {\n    switch self {\n    case .created: return "Created"\n    case .notFound: return "No such map"\n    case .gone: return "circleIcon"\n    }\n  }\n}\n',
    codes: ['notFound 404 No such map', 'gone 410'],
    notes: ['2: created is left out: it means that nothing failed.'],
  },
  {
    name: 'enum.php',
    text: "<?php\nenum ErrorCode: string {\n  case MapLost = 'map_lost';\n  case TooLate = 'too_late';\n  public function message(): string {\n    return match ($this) {\n      self::MapLost => 'The map was lost.',\n      self::TooLate => 'You are too late.',\n    };\n  }\n  public function httpStatus(): int {\n    return match ($this) { self::MapLost => 404, self::TooLate => Response::HTTP_GONE };\n  }\n}\n",
    codes: ['map_lost 404 The map was lost.', 'too_late 410 You are too late.'],
  },
  {
    name: 'error.rs',
    text: `pub enum ApiError { MapLost, TooLate(String), Quota { left: u32 } }\nimpl ApiError {\n  pub fn code(&self) -> &'static str {\n    match self {\n      ApiError::MapLost => "map_lost",\n      ApiError::TooLate(_) => "too_late",\n      Self::Quota { .. } => "quota_used",\n    }\n  }\n  fn status_code(&self) -> StatusCode {\n    match self {\n      ApiError::MapLost => StatusCode::NOT_FOUND,\n      ApiError::TooLate(_) | ApiError::Quota { .. } => StatusCode::TOO_MANY_REQUESTS,\n    }\n  }\n}\nimpl std::fmt::Display for ApiError {\n  fn fmt(&self, f: &mut Formatter) -> fmt::Result {\n    match self {\n      ApiError::MapLost => write!(f, "the map was lost"),\n      ApiError::TooLate(_) => write!(f, "you are too late"),\n      ApiError::Quota { .. } => f.write_str("the quota is used"),\n    }\n  }\n}\n`,
    codes: ['map_lost 404 the map was lost', 'too_late 429 you are too late', 'quota_used 429 the quota is used'],
  },
  {
    name: 'Codes.kt',
    text: 'enum class ErrorCode {\n  MAP_LOST, TOO_LATE;\n  val message: String\n    get() = when (this) {\n      MAP_LOST -> "The map was lost."\n      TOO_LATE -> "You are too late."\n    }\n  fun httpStatus(): Int = when (this) { MAP_LOST -> 404\n    TOO_LATE -> 410 }\n}\n',
    codes: ['MAP_LOST 404 The map was lost.', 'TOO_LATE 410 You are too late.'],
  },
  {
    name: 'codes.ts',
    text: "export enum ErrorCode { MapLost = 'map_lost', TooLate = 'too_late' }\nenum UserError { MapLost = 'user_map' }\nexport function getErrorMessage(code: ErrorCode): string {\n  switch (code) {\n    case ErrorCode.MapLost:\n      return 'The map was lost.';\n    case ErrorCode.TooLate:\n      return 'You are too late.';\n  }\n}\n",
    codes: ['map_lost - The map was lost.', 'too_late - You are too late.', 'user_map -'],
  },
  {
    name: 'codes.go',
    text: 'package api\n\ntype ErrorCode int\n\nconst (\n\tErrMapLost ErrorCode = 1001\n\tErrTooLate ErrorCode = 1002\n)\n\nfunc (c ErrorCode) String() string {\n\tswitch c {\n\tcase ErrMapLost:\n\t\treturn "the map was lost"\n\tcase ErrTooLate:\n\t\treturn "you are late"\n\t}\n\treturn ""\n}\n',
    codes: ['1001 [ErrMapLost] - the map was lost', '1002 [ErrTooLate] - you are late'],
  },
  {
    name: 'Codes.cs',
    text: 'public enum ErrorCode { MapLost = 1001, TooLate = 1002 }\npublic static class Texts {\n  public static string GetMessage(this ErrorCode code) => code switch {\n    ErrorCode.MapLost => "The map was lost.",\n    ErrorCode.TooLate => "You are too late.",\n    _ => "Unknown"\n  };\n}\n',
    codes: ['1001 [MapLost] - The map was lost.', '1002 [TooLate] - You are too late.'],
  },
  {
    name: 'Codes.java',
    text: 'public enum ErrorCode {\n  MAP_LOST, TOO_LATE;\n  public String getMessage() {\n    switch (this) {\n      case MAP_LOST: return "The map was lost.";\n      case TOO_LATE: return "You are too late.";\n      default: return "Something else";\n    }\n  }\n}\n',
    codes: ['MAP_LOST - The map was lost.', 'TOO_LATE - You are too late.'],
  },
  {
    name: 'codes.dart',
    text: "enum ErrorCode { mapLost, tooLate }\nextension Texts on ErrorCode {\n  String get message {\n    switch (this) {\n      case ErrorCode.mapLost:\n        return 'The map was lost.';\n      case ErrorCode.tooLate:\n        return 'You are too late.';\n    }\n  }\n  String get code => switch (this) { ErrorCode.mapLost => 'map_lost', ErrorCode.tooLate => 'too_late' };\n}\n",
    codes: ['map_lost - The map was lost.', 'too_late - You are too late.'],
  },
  {
    name: 'codes.py',
    text: 'from enum import Enum\nclass ErrorCode(Enum):\n    MAP_LOST = "map_lost"\n    TOO_LATE = "too_late"\n    @property\n    def message(self):\n        match self:\n            case ErrorCode.MAP_LOST:\n                return "The map was lost."\n            case ErrorCode.TOO_LATE:\n                return "You are too late."\n',
    codes: ['map_lost - The map was lost.', 'too_late - You are too late.'],
  },
  {
    name: 'parts.swift',
    text: 'struct ApiError: Error {\n  enum Kind: String { case mapLost = "map_lost"\n    case tooLate = "too_late" }\n  enum CodingKeys: String, CodingKey { case kind = "error" }\n}\nstruct Shape { enum Kind: String { case round = "round" } }\nenum TokenErrorResponse: String { case noMap = "no_map" }\n',
    codes: ['map_lost -', 'too_late -', 'no_map -'],
    notes: [
      '4: The enum CodingKeys is not about errors and is left out.',
      '6: The enum Kind is not about errors and is left out.',
    ],
  },
  {
    name: 'statuses.ts',
    text: 'export const errorCodes = {\n  map_lost: -32004, // 404\n  too_late: -32010, // 410, you are late\n};\n',
    codes: ['-32004 [map_lost] 404', '-32010 [too_late] 410 you are late'],
  },
  {
    name: 'ApiError.php',
    text: "<?php\nclass ApiError {\n  const NO_MAP = 30001;\n  const TOO_LATE = 30002;\n  const ERR_MSG = [\n    self::NO_MAP => 'The map is lost',\n    self::TOO_LATE => 'You are late',\n  ];\n}\n",
    codes: ['30001 [NO_MAP] - The map is lost', '30002 [TOO_LATE] - You are late'],
    notes: [],
  },
]);

describeCases('reading constants and tables that are only in part about errors', [
  {
    name: 'Constants.php',
    text: "<?php\nclass ApiConstants {\n  // The answer\n  public static $RESULT_KEY = 'result_key';\n  // No error\n  public static $ERROR_NO = 0;\n  // No map\n  public static $ERROR_MAP = 1;\n  public static $ERROR_LATE = 2;\n}\nclass MapException { public static $shownLength = 120; }\n",
    codes: ['1 [ERROR_MAP] - No map', '2 [ERROR_LATE] -'],
    notes: ['6: ERROR_NO is left out: it means that nothing failed.'],
  },
  {
    name: 'Lists.php',
    text: "<?php\nclass Error {\n  private static $errorList = [\n    // 404 Not Found\n    'ERROR_NO_MAP' => 404,\n    // 410, too late\n    'ERROR_LATE' => 410,\n  ];\n  static function code($code) {\n    $texts = [\n      // No key\n      'ERR_KEY' => [13001, 'key lost'],\n      'ERR_LOCK' => [13002, 'lock lost'],\n    ];\n    $names = ['code' => 1, 'message' => 'A text'];\n    return $texts[$code];\n  }\n}\n",
    codes: ['ERROR_NO_MAP 404', 'ERROR_LATE 410 too late', '13001 [ERR_KEY] - No key', '13002 [ERR_LOCK] - lock lost'],
  },
  {
    name: 'Statuses.kt',
    text: 'enum class NetworkErrorCode(val code: Int) {\n  BAD_REQUEST(code = 400),\n  TOO_MANY_REQUESTS(code = 429),\n}\n',
    codes: ['BAD_REQUEST 400', 'TOO_MANY_REQUESTS 429'],
  },
  {
    name: 'Numbered.java',
    text: 'enum ErrorCode {\n  // common\n  NO_MAP(HttpStatus.NOT_FOUND, "001", "The map is lost"),\n  LATE(HttpStatus.GONE, "002", "late");\n  private HttpStatus httpStatus;\n  ErrorCode(HttpStatus httpStatus, String errorCode, String message) {}\n}\n',
    codes: ['001 404 The map is lost', '002 410 late'],
  },
  {
    name: 'Lombok.java',
    text: '@AllArgsConstructor\npublic enum ErrorCode {\n  noMap(11, "NoMap", "The map is lost", HttpStatus.NOT_FOUND),\n  /** Too late */\n  late(12, "Late", "You are late", HttpStatus.GONE);\n  private static final int LIMIT = 3;\n  private final int code;\n  private final String name;\n  private final String description;\n  private final HttpStatus status;\n}\n',
    codes: ['11 [noMap] 404 The map is lost', '12 [late] 410 Too late'],
  },
  {
    name: 'Parameters.kt',
    text: 'enum class ApiError(private val status: Int, val code: String, val text: String = "") {\n  NO_MAP(404, "100", "The map is lost"),\n  LATE(410, "200", "late");\n}\n',
    codes: ['100 404 The map is lost', '200 410 late'],
  },
  {
    name: 'ecode.go',
    text: 'package shop\n\nvar (\n\tcache = new(sync.Map)\n\tOK = New(0, "SUCCESS")\n\tMapErr = New(10400, "Map lost")\n\tNothingFound = New(10404, "Nothing here")\n\tLateErr = New(10410, "Too late")\n)\n\nvar sizes = New(7, "seven")\n',
    codes: ['10400 [MapErr] - Map lost', '10404 [NothingFound] - Nothing here', '10410 [LateErr] - Too late'],
    notes: ['5: OK is left out: it means that nothing failed.'],
  },
  {
    name: 'texts.go',
    text: 'package shop\n\nconst (\n\tDone = 0\n\tMapLost = 1001\n\tTooLate = 1002\n)\n\nconst (\n\tWidth = 7\n\tHeight = 8\n)\n\nvar errorMsg = map[int]string{\n\tDone: "all well",\n\tMapLost: "the map is lost",\n\tTooLate: "you are late",\n}\n',
    codes: ['0 [Done] - all well', '1001 [MapLost] - the map is lost', '1002 [TooLate] - you are late'],
  },
  {
    name: 'numbers.go',
    text: 'package shop\n\n// API error codes.\n// Each is used once.\nconst (\n\tAPnull = iota\n\tAPnoreq\n\n\t// Key errors (20x)\n\tAPnokey\n)\n',
    codes: ['1 [APnoreq] -', '2 [APnokey] -'],
    notes: ['6: APnull is left out: it means that nothing failed.'],
  },
  {
    name: 'groups.ts',
    text: "export const API_ERROR_CODES = {\n  AUTH: {\n    EXPIRED: 'auth/expired',\n    MISSING: 'auth/missing',\n  },\n  INTERNAL: 'internal/error',\n} as const;\n",
    codes: ['auth/expired -', 'auth/missing -', 'internal/error -'],
  },
  {
    name: 'annotated.rs',
    text: 'enum ApiError {\n  #[status = 404]\n  #[error = "The map is lost"]\n  MapLost,\n  Late,\n}\nimpl ApiError {\n  fn as_str(self) -> &\'static str {\n    match self { Self::MapLost => "MAP_LOST", Self::Late => "LATE" }\n  }\n}\n',
    codes: ['MAP_LOST 404 The map is lost', 'LATE -'],
  },
  {
    name: 'system.go',
    text: 'package shop\n\nconst (\n\tE2BIG = Errno(0x7)\n\tEACCES = Errno(0xd)\n)\n\ntype Errno int\n',
    codes: ['7 [E2BIG] -', '13 [EACCES] -'],
  },
  {
    name: 'shop.h',
    text: '#ifndef SHOP_H\n#define SHOP_H 1\n#define SHOP_VERSION "1.2"\n#define SHOP_MAX 64\n#define SHOP_ERR_MAP (-1) /* the map is lost */\n#define SHOP_ERR_LATE -2\n#define SHOP_ERR_KEY 0x10 // no key\n\ntypedef enum {\n  SHOPE_OK = 0,\n  SHOPE_PROTOCOL, /* 1 */\n  SHOPE_INIT,\n  SHOPE_LAST\n} SHOPcode;\n\nenum shop_err_e {\n  SHOP_FULL = -100, /**< the shop is full */\n  SHOP_SHUT, ///< closed\n  SHOP_AWAY\n};\nenum shop_size { SMALL, LARGE, HUGE_SIZE };\n#endif\n',
    codes: [
      '-1 [SHOP_ERR_MAP] - the map is lost',
      '-2 [SHOP_ERR_LATE] -',
      '16 [SHOP_ERR_KEY] - no key',
      '1 [SHOPE_PROTOCOL] -',
      '2 [SHOPE_INIT] -',
      '-100 [SHOP_FULL] - the shop is full',
      '-99 [SHOP_SHUT] - closed',
      '-98 [SHOP_AWAY] -',
    ],
    notes: [
      '10: SHOPE_OK is left out: it means that nothing failed.',
      '21: The enum shop_size is not about errors and is left out.',
    ],
  },
  {
    name: 'config/errors.php',
    text: "<?php\nreturn [\n  'ERR-001' => ['code' => 'ERR-001', 'message' => 'The map is lost.', 'http_code' => '404'],\n  'ERR-002' => ['code' => 'ERR-002', 'message' => 'You are late.', 'http_code' => '410'],\n];\n",
    codes: ['ERR-001 404 The map is lost.', 'ERR-002 410 You are late.'],
  },
  {
    name: 'config/api_exception.php',
    text: "<?php\nreturn [\n  'no_map' => ['error_code' => 600, 'message' => 'The map is lost.'],\n  'late' => ['error_code' => 601, 'message' => 'You are late.'],\n];\n",
    codes: ['600 [no_map] - The map is lost.', '601 [late] - You are late.'],
  },
  {
    name: 'lang/errors.php',
    text: "<?php\nreturn [\n  'forbidden' => ['title' => 'Refused', 'detail' => 'You may not.'],\n  'late' => ['title' => 'Late', 'detail' => 'You are late.'],\n];\n",
    codes: ['forbidden - Refused', 'late - Late'],
  },
  {
    name: 'err.h',
    text: '#ifndef ERR_H\n#define ERR_H\ntypedef enum syserr {\n  SYS_OK, /*!< fine */\n  ERR_FAIL, /*!< Generic */\n  ERR_PARAM,\n} syserr_t;\n#endif\n',
    codes: ['1 [ERR_FAIL] - Generic', '2 [ERR_PARAM] -'],
    notes: ['4: SYS_OK is left out: it means that nothing failed.'],
  },
  {
    name: 'ErrorCodes.java',
    text: 'public class ErrorCodes {\n  public static final String LATE = "1";\n  public static final String LATE_DESCRIPTION = "You are late.";\n  public static final String CODE_MAP = "no_map";\n  public static final String MSG_MAP = "The map is lost.";\n  public static final String SIZE_MESSAGE = "Of no code.";\n}\n',
    codes: ['1 - You are late.', 'no_map - The map is lost.'],
    notes: [],
  },
  {
    name: 'ErrorConstants.java',
    text: 'public final class ErrorConstants {\n  public static final String ERR_01 = "Err-01";\n  public static final String BAD_KEY = "BAD_KEY";\n}\n',
    codes: ['Err-01 -', 'BAD_KEY -'],
  },
  {
    name: 'Lists.java',
    text: 'public interface Errors {\n  String[] errorCodes = { "ERR-1001", "ERR-2002" };\n  String[] errorMessages = { "late", "lost" };\n}\n',
    codes: ['ERR-1001 -', 'ERR-2002 -'],
  },
  {
    name: 'codes_of_shop.dart',
    text: 'class ApiErrorCode {\n  static const int mapLost = 1001;\n  static const int tooLate = 1002;\n}\n',
    codes: ['1001 [mapLost] -', '1002 [tooLate] -'],
  },
  {
    name: 'Descriptions.cs',
    text: 'public enum ShopErrorCode {\n  [Description("参数错误")]\n  BadKey = 400,\n  [Description("资源不存在")]\n  NoMap = 404,\n}\npublic static class ReasonCodes {\n  // All went well.\n  public const int Success = 100;\n  // The card is old.\n  public const int OldCardFailure = 202;\n  public const int BadRequestError = 102;\n}\n',
    codes: ['BadKey 400 参数错误', 'NoMap 404 资源不存在', '202 [OldCardFailure] - The card is old.', '102 [BadRequestError] -'],
  },
  {
    name: 'variables.go',
    text: 'package shop\n\nvar (\n\tErrCodeMap = "MAP_LOST"\n\tErrCodeLate = "TOO_LATE"\n\tErrShut = errors.New("shut")\n)\n',
    codes: ['MAP_LOST -', 'TOO_LATE -'],
  },
  {
    name: 'remarks.go',
    text: 'package shop\n\nconst (\n\t// INTERR is the error code for an internal error\n\tINTERR = -1\n\t// SUCCESS is the error code for success\n\tSUCCESS = 0\n\t// INVARG is the error code for a bad argument\n\tINVARG = 1\n)\n\n// Key error codes\nconst (\n\t// ErrCodeKey for a lost key\n\tErrCodeKey = 40000\n)\n',
    codes: [
      '-1 [INTERR] - INTERR is the error code for an internal error',
      '1 [INVARG] - INVARG is the error code for a bad argument',
      '40000 [ErrCodeKey] - ErrCodeKey for a lost key',
    ],
  },
  {
    name: 'ends.h',
    text: 'enum json_error {\n  JSON_OK,\n  JSON_UNEXPECTED_END,\n  JSON_BAD_KEY,\n  JSON_ERROR_COUNT\n};\n',
    codes: ['1 [JSON_UNEXPECTED_END] -', '2 [JSON_BAD_KEY] -'],
  },
  {
    name: 'limits.ts',
    text: '// The most error codes that are shown.\nexport const SHOWN = 50;\n\n// Other error codes are hidden.\nexport const HIDDEN = 7;\n',
    codes: [],
  },
  {
    name: 'texts.dart',
    text: "String errorMessage(int code) {\n  switch (code) {\n    case 1001:\n      return 'The map is lost.';\n    case 1002:\n      return 'You are late.';\n    default:\n      return '';\n  }\n}\n",
    codes: ['1001 - The map is lost.', '1002 - You are late.'],
  },
  {
    name: 'gadget.h',
    text: '/* Returns error codes. */\n#ifndef _SHOP_ERR_H\n#define _SHOP_ERR_H 1\n#define SHOP_NAME_LENGTH 128\n#define SHOP_FLAGS 1\n#endif\n',
    codes: [],
  },
]);
