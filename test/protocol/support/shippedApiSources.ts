import { databaseApis } from './databaseApiSources.ts';
import { messagingApis } from './messagingApiSources.ts';
import { moreApis } from './moreShippedApiSources.ts';
import { platformApis } from './platformApiSources.ts';

/** Code in the shape that the documentation of an API's SDKs teaches, and how the product sees it. */
export interface Api {
  /** As the documentation of the SDKs teaches to handle errors, in two languages. */
  readonly files: Readonly<Record<string, string>>;
  /** A text in a file that is hovered over, and a text of the answer. */
  readonly hovers: readonly (readonly [file: string, over: string, answer: RegExp])[];
  /** A text in a file behind whose first quote codes are completed, and one of them. */
  readonly completions: readonly (readonly [file: string, at: string, label: string])[];
  /** `file:line rule severity` */
  readonly findings: readonly string[];
  /** Codes and the places where they are handled, as `coverage` prints them. */
  readonly handled: Readonly<Record<string, string>>;
}

/** By catalogue. */
export const apis: Readonly<Record<string, Api>> = {
  stripe: {
    files: {
      'a.ts': `import Stripe from 'stripe';
const NOT_WORTH = 1;
export async function pay(stripe: Stripe, sleep: (ms: number) => Promise<void>) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await stripe.charges.create({ amount: 100, currency: 'eur' });
    } catch (err: any) {
      if (err instanceof Stripe.errors.StripeCardError) throw err;
      switch (err.type) {
        case 'StripeRateLimitError':
          await sleep(1000);
          continue;
        case 'StripeAuthenticationError':
          await sleep(1000);
          continue;
      }
      if (err.code === 'resource_misssing') return NOT_WORTH;
      throw err;
    }
  }
}
`,
      'b.py': `import stripe

def pay():
    try:
        return stripe.Charge.create(amount=100)
    except stripe.error.CardError as e:
        if e.code == "expired_card":
            return None
        raise
    except stripe.RateLimitError:
        return None
`,
    },
    hovers: [
      ['a.ts', 'StripeCardError)', /StripeCardError.*Stripe API/],
      ['a.ts', 'StripeRateLimitError', /StripeRateLimitError.*429/],
      ['b.py', 'expired_card', /expired_card.*402.*Stripe API/],
      ['b.py', 'RateLimitError', /RateLimitError.*Stripe API/],
    ],
    completions: [
      ['b.py', '"expired_card"', 'incorrect_cvc'],
      ['a.ts', "'resource_misssing'", 'resource_missing'],
    ],
    findings: ['a.ts:13 pointless-retry information', 'a.ts:17 unknown-code warning'],
    handled: { StripeRateLimitError: 'a.ts:10', rate_limit: 'b.py:10' },
  },
  node: {
    files: {
      'a.ts': `import { readFile } from 'node:fs/promises';
export async function read(file: string) {
  try {
    return await readFile(file);
  } catch (err: any) {
    if (err.code === 'ENOENT') return undefined;
    else if (err.code === 'EACCES') return null;
    else if (err.code === 'ERR_FS_FILE_TOO_LARG') return false;
    else throw err;
  }
}
`,
      'b.js': `const http = require('node:http');
http.createServer().on('error', (err) => {
  switch (err.code) {
    case 'EADDRINUSE':
      return 1;
    case 'ERR_HTTP_HEADERS_SENT':
      return 2;
    default:
      throw err;
  }
});
`,
    },
    hovers: [
      ['a.ts', 'ENOENT', /ENOENT.*Node\.js.*does not exist/],
      ['b.js', 'ERR_HTTP_HEADERS_SENT', /headers were sent already/],
    ],
    completions: [
      ['a.ts', "'ENOENT'", 'ECONNRESET'],
      ['b.js', "'EADDRINUSE'", 'EADDRNOTAVAIL'],
    ],
    findings: ['a.ts:8 unknown-code warning'],
    handled: { ENOENT: 'a.ts:6', EADDRINUSE: 'b.js:4' },
  },
  prisma: {
    files: {
      'a.ts': `import { Prisma, PrismaClient } from '@prisma/client';
export async function save(prisma: PrismaClient, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await prisma.$queryRaw\`select 1\`;
    } catch (e) {
      if (e instanceof Prisma.PrismaClientKnownRequestError) {
        if (e.code === 'P2034') {
          await sleep(10);
          continue;
        } else if (e.code === 'P2002') {
          await sleep(10);
          continue;
        } else if (e.code === 'P20255') return null;
      }
      throw e;
    }
  }
}
`,
      'b.js': `const { Prisma } = require('@prisma/client');
exports.name = (e) => {
  if (e instanceof Prisma.PrismaClientValidationError) return 'invalid';
  return e.code === 'P2025' ? 'missing' : e.code === 'P2003' ? 'relation' : undefined;
};
`,
    },
    hovers: [
      ['a.ts', 'PrismaClientKnownRequestError', /PrismaClientKnownRequestError.*Prisma/],
      ['a.ts', 'P2002', /P2002.*unique/],
      ['b.js', 'P2025', /P2025.*not found/],
    ],
    completions: [
      ['a.ts', "'P2034'", 'P2025'],
      ['b.js', "'P2025'", 'P2002'],
    ],
    findings: ['a.ts:11 pointless-retry information', 'a.ts:14 unknown-code warning'],
    handled: { P2034: 'a.ts:8', P2025: 'b.js:4' },
  },
  grpc: {
    files: {
      'a.go': `package a

import (
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func f(err error) int {
	switch status.Code(err) {
	case codes.NotFound:
		return 1
	case codes.Unavailable:
		return 2
	}
	return 0
}
`,
      'b.py': `import time
import grpc

def call(stub):
    while True:
        try:
            return stub.Get()
        except grpc.RpcError as e:
            if e.code() == grpc.StatusCode.UNAVAILABLE:
                time.sleep(1)
                continue
            elif e.code() == grpc.StatusCode.INVALID_ARGUMENT:
                time.sleep(1)
                continue
            raise
`,
      'c.cc': `#include <grpcpp/grpcpp.h>

int f(const grpc::Status& status) {
  switch (status.error_code()) {
    case grpc::StatusCode::OK: return 0;
    case grpc::StatusCode::ABORTED: return 1;
    case grpc::StatusCode::DATA_LOSS: return 2;
    default: return 3;
  }
}
`,
      'D.kt': `import io.grpc.Status
import io.grpc.StatusRuntimeException

fun f(e: StatusRuntimeException) = when (e.status.code) {
    Status.OUT_OF_RANGE.code -> 1
    Status.Code.UNIMPLEMENTED -> 2
    else -> 3
}
`,
    },
    hovers: [
      ['a.go', 'NotFound', /NOT_FOUND.*gRPC/],
      ['b.py', 'UNAVAILABLE', /UNAVAILABLE.*gRPC/],
      ['D.kt', 'OUT_OF_RANGE', /OUT_OF_RANGE.*gRPC/],
    ],
    completions: [],
    findings: ['b.py:12 pointless-retry information'],
    handled: {
      NOT_FOUND: 'a.go:10',
      UNAVAILABLE: 'a.go:12',
      ABORTED: 'c.cc:6',
      DATA_LOSS: 'c.cc:7',
      OUT_OF_RANGE: 'D.kt:5',
      UNIMPLEMENTED: 'D.kt:6',
    },
  },
  ...moreApis,
  ...databaseApis,
  ...platformApis,
  ...messagingApis,
};
