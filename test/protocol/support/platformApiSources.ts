import type { Api } from './shippedApiSources.ts';

/** Platforms, by catalogue. */
export const platformApis: Readonly<Record<string, Api>> = {
  kubernetes: {
    files: {
      'a.go': `package a

import (
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func reconcile(err error) int {
	if apierrors.IsNotFound(err) {
		return 1
	} else if apierrors.IsConflict(err) {
		return 2
	}
	switch apierrors.ReasonForError(err) {
	case metav1.StatusReasonAlreadyExists:
		return 3
	case metav1.StatusReasonForbidden, "Unauthorised":
		return 4
	}
	return 5
}

func create(call func() error) error {
	for {
		err := call()
		if apierrors.IsTooManyRequests(err) {
			time.Sleep(time.Second)
			continue
		}
		if apierrors.IsInvalid(err) {
			time.Sleep(time.Second)
			continue
		}
		return err
	}
}
`,
      'b.py': `from kubernetes import client
from kubernetes.client.rest import ApiException

def get(api: client.CoreV1Api):
    try:
        return api.read_namespaced_pod("a", "b")
    except ApiException as e:
        if e.status == 404:
            return None
        raise

def waiting(status):
    reason = status.state.waiting.reason
    if reason == "CrashLoopBackOff":
        return "crash"
    elif reason == "ImagePullBackof":
        return "image"
`,
    },
    hovers: [
      ['a.go', 'IsNotFound', /NotFound.*404.*Kubernetes/],
      ['a.go', 'StatusReasonForbidden', /Forbidden.*403.*Kubernetes/],
      ['b.py', 'ApiException as', /ApiException.*Kubernetes/],
      ['b.py', 'CrashLoopBackOff', /CrashLoopBackOff.*again and again/],
    ],
    completions: [['b.py', '"CrashLoopBackOff"', 'OOMKilled']],
    findings: ['a.go:19 unknown-code warning', 'a.go:32 pointless-retry warning', 'b.py:16 unknown-code warning'],
    handled: { NotFound: 'a.go:11', Conflict: 'a.go:13', AlreadyExists: 'a.go:17', CrashLoopBackOff: 'b.py:14' },
  },
  oauth: {
    files: {
      'a.ts': `import * as client from 'openid-client';
export async function refresh(config: client.Configuration, token: string) {
  try {
    return await client.refreshTokenGrant(config, token);
  } catch (err: any) {
    if (!(err instanceof client.ResponseBodyError)) throw err;
    switch (err.error) {
      case 'invalid_grant':
        return 'again';
      case 'invalid_cliennt':
        return 'client';
    }
    throw err;
  }
}
const RETRYABLE_ERRORS = ['temporarily_unavailable', 'invalid_scope'];
export const isRetryable = (err: { error: string }) => RETRYABLE_ERRORS.includes(err.error);
`,
      'b.py': `from oauthlib.oauth2 import InvalidClientError, InvalidGrantError

def token(session):
    try:
        return session.fetch_token("https://auth.example/token")
    except InvalidGrantError:
        return None
    except InvalidClientError:
        return False
`,
    },
    hovers: [
      ['a.ts', 'ResponseBodyError', /ResponseBodyError.*OAuth/],
      ['a.ts', 'invalid_grant', /invalid_grant.*refresh token/],
      ['b.py', 'InvalidClientError:', /InvalidClientError.*OAuth/],
    ],
    completions: [['a.ts', "'invalid_grant'", 'unauthorized_client']],
    findings: ['a.ts:7 unhandled-code warning', 'a.ts:10 unknown-code warning', 'a.ts:16 pointless-retry information'],
    handled: { invalid_grant: 'a.ts:8', invalid_client: 'b.py:8' },
  },
  supabase: {
    files: {
      'a.ts': `import { createClient, isAuthApiError } from '@supabase/supabase-js';
export async function signIn(email: string, password: string) {
  const supabase = createClient('https://a.supabase.co', 'key');
  const { error } = await supabase.auth.signInWithPassword({ email, password });
  if (isAuthApiError(error)) {
    switch (error.code) {
      case 'invalid_credentials':
        return 'wrong';
      case 'email_not_confirmd':
        return 'confirm';
    }
  }
  const { data, error: failed } = await supabase.from('a').select().single();
  return failed?.code === 'PGRST116' ? null : data;
}
const RETRYABLE_CODES = ['over_request_rate_limit', 'weak_password'];
export const isRetryable = (error: { code: string }) => RETRYABLE_CODES.includes(error.code);
`,
      'b.dart': `import 'package:supabase_flutter/supabase_flutter.dart';

Future<String?> read(SupabaseClient supabase) async {
  try {
    return await supabase.from('a').select().single();
  } on PostgrestException catch (e) {
    if (e.code == 'PGRST205') {
      return 'table';
    } else if (e.code == 'PGRST301') {
      return 'token';
    }
  } on AuthException {
    return 'auth';
  }
  return null;
}
`,
    },
    hovers: [
      ['a.ts', 'isAuthApiError(', /AuthApiError.*Supabase/],
      ['a.ts', 'PGRST116', /PGRST116.*406/],
      ['b.dart', 'PostgrestException', /PostgrestException.*Supabase/],
      ['b.dart', 'PGRST301', /PGRST301.*401.*token/],
    ],
    completions: [['a.ts', "'invalid_credentials'", 'over_email_send_rate_limit']],
    findings: ['a.ts:9 unknown-code warning', 'a.ts:16 pointless-retry information'],
    handled: { invalid_credentials: 'a.ts:7', PGRST205: 'b.dart:7' },
  },
  github: {
    files: {
      'a.ts': `import { Octokit, RequestError } from 'octokit';
export async function create(octokit: Octokit, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await octokit.rest.repos.createForAuthenticatedUser({ name: 'a' });
    } catch (error: any) {
      if (!(error instanceof RequestError)) throw error;
      const [{ code }] = (error.response?.data as any).errors;
      switch (code) {
        case 'already_exists':
          return 'taken';
        case 'missing_field':
          await sleep(100);
          continue;
        case 'unprocesable':
          return 'inputs';
      }
      throw error;
    }
  }
}
`,
      'b.py': `from github import Github, GithubException, UnknownObjectException

def read(api: Github):
    try:
        return api.get_repo("a/b")
    except UnknownObjectException:
        return None
    except GithubException as e:
        for error in e.data["errors"]:
            if error["code"] == "missing_field":
                return "absent"
            elif error["code"] == "already_exists":
                return "taken"
        raise
`,
    },
    hovers: [
      ['a.ts', 'RequestError)', /RequestError.*GitHub/],
      ['a.ts', 'missing_field', /missing_field.*422.*absent/],
      ['b.py', 'UnknownObjectException:', /UnknownObjectException.*GitHub/],
    ],
    completions: [['a.ts', "'already_exists'", 'unprocessable']],
    findings: ['a.ts:12 pointless-retry information', 'a.ts:15 unknown-code warning'],
    handled: { already_exists: 'a.ts:10', missing_field: 'a.ts:12' },
  },
};
