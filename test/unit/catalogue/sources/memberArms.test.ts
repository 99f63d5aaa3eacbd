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
]);
