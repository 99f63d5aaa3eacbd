import fc from 'fast-check';
import { compareReadings } from '../support/compareReadings.ts';

/** By language, declarations at the top level of real files, and texts that only look like them. */
const declarations: Readonly<Record<string, readonly string[]>> = {
  python: [
    'def by_code(err):\n    if err.code == "INSUFFICIENT_CREDITS":\n        return 1\n    elif err.code == "GENERATION_TIMEOUT":\n        return 2\n',
    'def by_constant(err):\n    match err.code:\n        case Codes.CREDITS:\n            return 1\n        case "GENERATION_TIMEOUT":\n            return 2\n',
    'class Codes:\n    CREDITS = "INSUFFICIENT_CREDITS"\n    TIMEOUT = "GENERATION_TIMEOUT"\n',
    'CREDITS = "INSUFFICIENT_CREDITS"\nTIMEOUT: Final = "GENERATION_TIMEOUT"\n',
    'messages = {\n    "INSUFFICIENT_CREDITS": "a",\n    "GENERATION_TIMEOUT": "b",\n}\n',
    'RETRY = [\n"TOO_MANY_REQUESTS",\n"CONFLICT",\n]\n',
    'TOP_UP = {"INSUFFICIENT_CREDITS"}\n',
    'def by_lists(err):\n    if err.code in RETRY:\n        return 1\n    if err.code in TOP_UP:\n        return 2\n    return 3\n',
    'call(\nname="x",\ncode="CONFLICT",\n)\n',
    'def early(err):\n    if err.code == "NOT_FOUND":\n        return 1\n    if err.code == CREDITS:\n        return 2\n    return 3\n',
    'def misspelt(err):\n    return err.code == "INSUFICIENT_CREDITS"\n',
    '@router.get("/x")\nasync def decorated(err):\n    """Raises NOT_FOUND.\n\ndef not_code():\n    CONFLICT\n"""\n    if err.code == "CONFLICT":\n        return None\n',
    '@on("CONFLICT")\ndef handler(err):\n    return err.code in ("CONFLICT", "NOT_FOUND")\n',
    '"""Talks to api.pikzels.com.\n\nclass Example:\n    code = "NOT_FOUND"\n"""\n',
    "text = '''\ndef in_text(err):\n    if err.code == \"NOT_FOUND\":\n        return 1\n'''\n",
    'quotes = "it\'s \\"\\"\\" here"  # don\'t, """ neither\n',
    "# error-codes: enforce pikzels\ndef directed(err):\n    if err.code == 'CONFLICT':\n        return 1\n    elif err.code == 'NOT_FOUND':\n        return 2\n",
    '# error-codes: ignore NOT_FOUND -- nothing to do\n',
    'if TYPE_CHECKING:\n    from x import y\n',
    'if __name__ == "__main__":\n    if run().code == "CONFLICT":\n        print("NOT_FOUND")\n',
    'if res.status != 402:\n    raise SystemExit(1)\n\ntable = {"INSUFFICIENT_CREDITS": 1, "API_ACCESS_NOT_ENABLED": 2}\n',
    'if(res.status != 402): raise SystemExit(1)\n\ntable = {"INSUFFICIENT_CREDITS": 1, "API_ACCESS_NOT_ENABLED": 2}\n',
    'try:\n    import requests\nexcept ImportError:\n    requests = None\n',
    'for each in rows:\n    if each.code == "NOT_FOUND":\n        continue\n    if each.code == "CONFLICT":\n        break\n',
    'with open("x") as f:\n    known = f.read() == "NOT_FOUND"\n',
    'import requests\nfrom errors import ApiError\n',
    'def broken(:\n    pass\n',
    'text = "Raises NOT_FOUND\nother = 2\n',
    'x = 1 \\\n  + 2\n',
  ],
  go: [
    'func byCode(err APIError) int {\n\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tcase "GENERATION_TIMEOUT":\n\t\treturn 2\n\t}\n\treturn 3\n}\n',
    'func byConstant(err APIError) int {\n\tswitch err.Code {\n\tcase CodeCredits:\n\t\treturn 1\n\tcase CodeTimeout:\n\t\treturn 2\n\t}\n\treturn 3\n}\n',
    'const (\n\tCodeCredits Code = "INSUFFICIENT_CREDITS"\n\tCodeTimeout Code = "GENERATION_TIMEOUT"\n)\n',
    'const Missing = "NOT_FOUND"\n',
    'var messages = map[string]string{\n\t"INSUFFICIENT_CREDITS": "a",\n\t"GENERATION_TIMEOUT": "b",\n}\n',
    'func (c *Client) early(err APIError) int {\n\tif err.Code == "NOT_FOUND" {\n\t\treturn 1\n\t}\n\tif err.Code == Missing {\n\t\treturn 2\n\t}\n\treturn 3\n}\n',
    'func misspelt(err APIError) bool { return err.Code == "INSUFICIENT_CREDITS" }\n',
    'var script = `\nfunc inText(err APIError) {\n\tswitch err.Code {\n\tcase "NOT_FOUND":\n\t}\n}\n`\n',
    '/*\nfunc commentedOut() string { return "NOT_FOUND" }\n*/\n',
    '// Get returns NOT_FOUND, or CONFLICT. Don`t retry.\nfunc Get() {}\n',
    '// error-codes: enforce pikzels\nfunc directed(err APIError) {\n\tswitch err.Code {\n\tcase "CONFLICT":\n\t}\n}\n',
    'var glob = "src/**/*.go"\nvar tick = \'`\'\n',
    'func typed(err NOT_FOUND) (cause *CONFLICT) {\n\tvar other CONFLICT\n\treturn &other\n}\n',
    'type Handler struct {\n\tCode string `json:"code"`\n}\n',
    'func pointer(p *string) {\n\t*p = "CONFLICT"\n}\n',
    'import "errors"\n',
    'func init() {\n\tfetch("https://api.pikzels.com")\n}\n',
  ],
};

/** Declarations with an error. The parser may lose what follows one of them, which depends on how much of the text it is given. */
const broken: Readonly<Record<string, string>> = { go: 'func broken( {\n' };

const heads: Readonly<Record<string, string>> = { python: '', go: 'package client\n\n' };

describe('a text of another language that is read once', () => {
  for (const [languageId, own] of Object.entries(declarations)) {
    it(`has the findings and places of one that is kept: ${languageId}`, async function () {
      this.timeout(120_000);
      const head = heads[languageId] ?? '';
      for (const declaration of [...own, broken[languageId] ?? ''])
        await compareReadings(`${head}${own[0]}\n${declaration}`, languageId);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...own), { minLength: 1, maxLength: 8 }),
          fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
          async (chosen, end) => {
            const text = head + chosen.join('\n');
            await compareReadings(text.slice(0, Math.ceil(end * text.length)), languageId);
          },
        ),
        { numRuns: 150 },
      );
    });
  }
});
