import type { Api } from './shippedApiSources.ts';

/** Further APIs, by catalogue. */
export const moreApis: Readonly<Record<string, Api>> = {
  'firebase-auth': {
    files: {
      'a.ts': `import { FirebaseError } from 'firebase/app';
import { getAuth, signInWithEmailAndPassword } from 'firebase/auth';
export async function signIn(email: string, password: string) {
  try {
    return await signInWithEmailAndPassword(getAuth(), email, password);
  } catch (error) {
    if (error instanceof FirebaseError) {
      switch (error.code) {
        case 'auth/user-not-found':
          return 'user';
        case 'auth/wrong-pasword':
          return 'password';
      }
    }
    throw error;
  }
}
const RETRYABLE_CODES = ['auth/network-request-failed', 'auth/weak-password'];
export const isRetryable = (error: { code: string }) => RETRYABLE_CODES.includes(error.code);
`,
      'b.js': `import { createUserWithEmailAndPassword, getAuth } from 'firebase/auth';
export const signUp = (email, password) =>
  createUserWithEmailAndPassword(getAuth(), email, password).catch((error) => {
    if (error.code === 'auth/email-already-in-use') return 'taken';
    else if (error.code === 'auth/weak-password') return 'weak';
    else throw error;
  });
`,
    },
    hovers: [
      ['a.ts', 'FirebaseError)', /FirebaseError.*Firebase/],
      ['a.ts', 'auth/user-not-found', /auth\/user-not-found.*no account/],
      ['b.js', 'auth/weak-password', /auth\/weak-password.*too weak/],
    ],
    completions: [
      ['a.ts', "'auth/user-not-found'", 'auth/weak-password'],
      ['b.js', "'auth/weak-password'", 'auth/user-disabled'],
    ],
    findings: ['a.ts:11 unknown-code warning', 'a.ts:18 pointless-retry information'],
    handled: { 'auth/user-not-found': 'a.ts:9', 'auth/weak-password': 'b.js:5' },
  },
  'firebase-auth-flutter': {
    files: {
      'b.dart': `import 'package:firebase_auth/firebase_auth.dart';

Future<void> signIn() async {
  try {
    await FirebaseAuth.instance.signInAnonymously();
  } on FirebaseAuthException catch (e) {
    if (e.code == 'user-disabled') {
      print('a');
    } else if (e.code == 'operation-not-allowed') {
      print('b');
    }
  }
}
`,
    },
    hovers: [
      ['b.dart', 'FirebaseAuthException', /FirebaseAuthException.*Firebase/],
      ['b.dart', 'user-disabled', /user-disabled.*disabled/],
    ],
    completions: [['b.dart', "'user-disabled'", 'weak-password']],
    findings: [],
    handled: { 'user-disabled': 'b.dart:7' },
  },
  'firebase-auth-android': {
    files: {
      'A.kt': `import com.google.firebase.auth.FirebaseAuth
import com.google.firebase.auth.FirebaseAuthException
import com.google.firebase.auth.FirebaseAuthMultiFactorException

fun explain(error: Exception): String = when (error) {
    is FirebaseAuthMultiFactorException -> "second"
    is FirebaseAuthException -> when (error.errorCode) {
        "ERROR_USER_NOT_FOUND" -> "user"
        "ERROR_WRONG_PASWORD" -> "password"
        else -> "other"
    }
    else -> "unknown"
}
val RETRYABLE_CODES = setOf("ERROR_NETWORK_REQUEST_FAILED", "ERROR_WEAK_PASSWORD")
`,
      'B.java': `import com.google.firebase.auth.FirebaseAuthException;

class B {
    String explain(FirebaseAuthException e) {
        switch (e.getErrorCode()) {
            case "ERROR_EMAIL_ALREADY_IN_USE":
                return "taken";
            case "ERROR_WEAK_PASSWORD":
                return "weak";
            default:
                return "other";
        }
    }
}
`,
    },
    hovers: [
      ['A.kt', 'FirebaseAuthMultiFactorException ->', /FirebaseAuthMultiFactorException.*Firebase/],
      ['A.kt', 'ERROR_USER_NOT_FOUND', /no account/],
      ['B.java', 'ERROR_WEAK_PASSWORD', /too weak/],
    ],
    completions: [
      ['A.kt', '"ERROR_USER_NOT_FOUND"', 'ERROR_WEAK_PASSWORD'],
      ['B.java', '"ERROR_WEAK_PASSWORD"', 'ERROR_USER_DISABLED'],
    ],
    findings: ['A.kt:9 unknown-code warning', 'A.kt:14 pointless-retry information'],
    handled: { ERROR_USER_NOT_FOUND: 'A.kt:8', ERROR_WEAK_PASSWORD: 'B.java:8' },
  },
  aws: {
    files: {
      'a.ts': `import { ConditionalCheckFailedException, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
export async function put(client: DynamoDBClient, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await client.send(new PutItemCommand({ TableName: 'a', Item: {} }));
    } catch (err: any) {
      if (err instanceof ConditionalCheckFailedException) return undefined;
      if (err.name === 'ThrottlingException') {
        await sleep(100);
        continue;
      } else if (err.name === 'AccessDeniedException') {
        await sleep(100);
        continue;
      }
      throw err;
    }
  }
}
`,
      'b.py': `import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3")

def get():
    try:
        return s3.get_object(Bucket="a", Key="b")
    except ClientError as e:
        code = e.response["Error"]["Code"]
        if code == "NoSuchKey":
            return None
        elif code == "AccessDenid":
            return None
        raise
`,
      'c.rs': `use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_s3::operation::get_object::GetObjectError;

fn get(error: GetObjectError) -> u8 {
    match error {
        GetObjectError::InvalidObjectState(_) => 1,
        other if other.is_no_such_upload() => 2,
        _ => 3,
    }
}

fn put(error: SdkError<PutItemError>) -> bool {
    error.as_service_error().map(|e| e.is_conditional_check_failed_exception()).unwrap_or(false)
}
`,
      'd.kt': `import software.amazon.awssdk.services.s3.model.NoSuchBucketException
import aws.sdk.kotlin.services.sqs.model.QueueDoesNotExist

fun f() {
    try { g() } catch (e: NoSuchBucketException) { h() } catch (e: QueueDoesNotExist) { i() }
}
`,
      'e.cs': `using Amazon.SecretsManager.Model;

class E {
    void F() {
        try { G(); }
        catch (ResourceNotFoundException) { H(); }
        catch (DecryptionFailureException e) { I(); }
    }
}
`,
    },
    hovers: [
      ['a.ts', 'ConditionalCheckFailedException)', /ConditionalCheckFailedException.*condition of a write/],
      ['a.ts', "ThrottlingException'", /ThrottlingException.*AWS/],
      ['b.py', 'NoSuchKey', /NoSuchKey.*404/],
      ['b.py', 'ClientError as', /ClientError.*AWS/],
      ['c.rs', 'is_no_such_upload', /NoSuchUpload.*AWS/],
      ['d.kt', 'QueueDoesNotExist)', /QueueDoesNotExist.*AWS/],
      ['e.cs', 'DecryptionFailureException e', /DecryptionFailure.*AWS/],
    ],
    completions: [['b.py', '"NoSuchKey"', 'NoSuchBucket']],
    findings: ['a.ts:11 pointless-retry information', 'b.py:13 unknown-code warning'],
    handled: {
      ThrottlingException: 'a.ts:8',
      NoSuchKey: 'b.py:11',
      InvalidObjectState: 'c.rs:6',
      NoSuchUpload: 'c.rs:7',
      ConditionalCheckFailedException: 'c.rs:13',
      NoSuchBucket: 'd.kt:5',
      DecryptionFailure: 'e.cs:7',
    },
  },
};
