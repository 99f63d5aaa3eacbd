import assert from 'node:assert/strict';
import { findModule } from '../../../server/src/service/evidence/moduleSigns.ts';

const modules = ['stripe', 'Stripe', 'com.stripe', '@anthropic-ai/sdk', 'github.com/lib/pq', 'stripe/stripe-php', 'Stripe.net'];

describe('modules in a text', () => {
  for (const [line, module] of [
    ["import Stripe from 'stripe';", 'stripe'],
    ["const { a,\n  b } = require('stripe');", 'stripe'],
    ["} from '@anthropic-ai/sdk/error';", '@anthropic-ai/sdk'],
    ['const sdk = await import("@anthropic-ai/sdk");', '@anthropic-ai/sdk'],
    ['import os, stripe', 'stripe'],
    ['  import stripe', 'stripe'],
    ['import stripe as payments', 'stripe'],
    ['import stripe  # the payments', 'stripe'],
    ['from stripe._error import CardError', 'stripe'],
    ['import com.stripe.exception.CardException;', 'com.stripe'],
    ['using Stripe;', 'Stripe'],
    ['use Stripe\\Exception\\CardException;', 'Stripe'],
    ['use stripe::StripeError;', 'stripe'],
    ["require 'stripe'", 'stripe'],
    ["gem 'stripe', '~> 12'", 'stripe'],
    ['import (\n\t"errors"\n\n\t_ "github.com/lib/pq"\n)', 'github.com/lib/pq'],
    ['require github.com/lib/pq v1.10.9', 'github.com/lib/pq'],
    ['\tgithub.com/lib/pq v1.10.9-0.2020 // pinned', 'github.com/lib/pq'],
    ['    "stripe": "^17.0.0",', 'stripe'],
    ['    "stripe/stripe-php": "^15.0",', 'stripe/stripe-php'],
    ['dependencies = ["stripe>=11"]', 'stripe'],
    ['stripe = "^11.0"', 'stripe'],
    ['{"name":"shop","dependencies":{"stripe":"^17.0.0"}}', 'stripe'],
    ['stripe = { workspace = true }', 'stripe'],
    ['  stripe: ^11.2.0', 'stripe'],
    ['<PackageReference Include="Stripe.net" Version="47.0.0" />', 'Stripe.net'],
    ['<PackageReference Include="Stripe.net.Extensions" Version="1.0.0" />', 'Stripe.net'],
    ['  <groupId>com.stripe</groupId>', 'com.stripe'],
    ['    implementation("com.stripe:stripe-java:24.0.0")', 'stripe'],
    ["    runtimeOnly 'com.stripe:stripe-java'", 'stripe'],
    ['stripe-java = { module = "com.stripe:stripe-java", version.ref = "stripe" }', 'stripe'],
    ["    implementation(group: 'com.stripe', name: 'stripe-java', version: '24.0.0')", 'com.stripe'],
    ['    implementation(group = "com.stripe", name = "stripe-java")', 'com.stripe'],
    ['libraryDependencies += "com.stripe" % "stripe-java" % "24.0.0"', 'com.stripe'],
    ['#include <stripe/stripe.h>', 'stripe'],
    ['#  include "stripe.hpp"', 'stripe'],
  ] as const) {
    it(`show in ${line}`, () => assert.equal(findModule(`// a text\n${line}\n`, modules), module));
  }

  for (const line of [
    'const stripeWidth = 3;',
    "const provider = 'stripe';",
    "import x from './stripe';",
    "import x from '../lib/stripe.ts';",
    "import x from 'stripe-mock';",
    "import x from '@other/stripe';",
    'from .stripe import charge',
    'from stripe, the payments arrive here.',
    'import stripes',
    "import Stripe from './payments';",
    "import stripe, { pay } from './payments';",
    'if (kind === "stripe") return;',
    '  "stripe": "a payment provider",',
    '  "stripe": true,',
    'using StripeWidth;',
    'The package github.com/lib/pq is a driver.',
    '\tgithub.com/lib/pq v1.10.9 // indirect',
    '# see https://github.com/lib/pq',
    'provider: stripe',
    'stripe: 4',
    "cache.get('stripe:customer');",
    '{ "stripe": "a payment provider" }',
    '#include "stripes.h"',
    '#include <zebra/stripe>',
    "const group = cache.group('stripe');",
    '"stripe" + "% of all"',
  ]) {
    it(`do not show in ${line}`, () => assert.equal(findModule(`${line}\n`, modules), undefined));
  }

  it('are looked for in time that grows with the text', () => {
    const time = (size: number): number => {
      const texts = ['from ', 'import a, ', '"a:', '\t', '"stripe"', "require('stripe"].map((part) =>
        part.repeat(size / part.length),
      );
      const start = performance.now();
      for (const text of texts) findModule(`stripe${text}`, modules);
      return performance.now() - start;
    };
    time(10_000);
    const short = time(200_000);
    assert.ok(time(800_000) < short * 12 + 200);
  });
});
