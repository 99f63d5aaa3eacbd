import assert from 'node:assert/strict';
import { joinClauses } from '../../../server/src/service/syntax/joinClauses.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

describe('clauses of Kotlin on lines of their own', () => {
  const rows: readonly (readonly [before: string, after: string])[] = [
    ['}\n  catch (e: A)', '}\f  catch (e: A)'],
    ['}\r\n\r\n  finally {', '}\f\f\f\f  finally {'],
    ['a() // why }\n  catch (e: A)', 'a() // why }\n  catch (e: A)'],
    ['} // why }\n  catch (e: A)', '} /* why */  catch (e: A)'],
    ['} // why /* not */\n  catch (e: A)', '} /* why    not  */  catch (e: A)'],
    ['}\r\n// why\r\n//\n/* a\n */ catch (e: A)', '}\f\f/* why*/  \f/* a\n */ catch (e: A)'],
    ['} // a\n  b()\n  catch', '} // a\n  b()\n  catch'],
    ['}\n  catcher()', '}\n  catcher()'],
    [')\n  catch', ')\n  catch'],
  ];
  for (const [before, after] of rows)
    it(`are joined where nothing but space and comments are between: ${JSON.stringify(before)}`, () => {
      assert.equal(joinClauses(before), after);
    });

  it('are read alike while they are typed and as a whole', async () => {
    const facts = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });
    const imports = 'import com.harbour.BerthError\nimport com.harbour.TideError\n';
    const head = `${imports}fun f() {\n    try { a() }\n    catch (e: TideError) { b() }\n    `;
    const tail = ' (e: BerthError) { c() }\n}\n\nfun g(e: Exception) = if (e is TideError) 1 else 2\n';
    const typed = createTestService();
    const caught = async (service: ReturnType<typeof createTestService>, text: string) => {
      await service.findFindings(testDocument(text, 'kotlin'), facts);
      const mentions = await service.collectMentions(testDocument(text, 'kotlin'), facts);
      return (mentions?.caught ?? []).map(({ name, range }) => `${range.start.line} ${name}`);
    };
    for (const word of ['', 'c', 'ca', 'cat', 'catc', 'catch', 'catch', 'catc', 'catch']) {
      const whole = createTestService();
      assert.deepEqual(await caught(typed, head + word + tail), await caught(whole, head + word + tail), word);
      whole.forget('file:///src/client.ts');
    }
    assert.deepEqual(await caught(typed, `${head}catch${tail}`), ['4 TideError', '5 BerthError', '8 TideError']);
    typed.forget('file:///src/client.ts');
  });
});
