import type { Api } from './shippedApiSources.ts';

/** Messages and calls, by catalogue. */
export const messagingApis: Readonly<Record<string, Api>> = {
  slack: {
    files: {
      'a.ts': `import { ErrorCode, WebClient } from '@slack/web-api';
export async function post(web: WebClient, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await web.chat.postMessage({ channel: 'a', text: 'b' });
    } catch (error: any) {
      if (error.code !== ErrorCode.PlatformError) throw error;
      switch (error.data.error) {
        case 'ratelimited':
          await sleep(100);
          continue;
        case 'is_archived':
          await sleep(100);
          continue;
        case 'not_in_chanel':
          return undefined;
        default:
          throw error;
      }
    }
  }
}
`,
      'b.py': `from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

def post(client: WebClient):
    try:
        return client.chat_postMessage(channel="a", text="b")
    except SlackApiError as e:
        if e.response["error"] == "channel_not_found":
            return None
        elif e.response["error"] == "msg_too_long":
            return False
        raise
`,
    },
    hovers: [
      ['a.ts', 'PlatformError', /slack_webapi_platform_error.*Slack/],
      ['a.ts', 'is_archived', /is_archived.*channel is archived/],
      ['b.py', 'SlackApiError as', /SlackApiError.*Slack/],
    ],
    completions: [
      ['a.ts', "'ratelimited'", 'not_in_channel'],
      ['b.py', '"channel_not_found"', 'is_archived'],
    ],
    findings: ['a.ts:12 pointless-retry information', 'a.ts:15 unknown-code warning'],
    handled: { ratelimited: 'a.ts:9', channel_not_found: 'b.py:8' },
  },
  twilio: {
    files: {
      'a.ts': `import twilio from 'twilio';
export async function send(client: twilio.Twilio, sleep: (ms: number) => Promise<void>) {
  for (;;) {
    try {
      return await client.messages.create({ to: 'a', from: 'b', body: 'c' });
    } catch (error: any) {
      switch (error.code) {
        case 20429:
          await sleep(100);
          continue;
        case 21610:
          await sleep(100);
          continue;
      }
      throw error;
    }
  }
}
`,
      'b.py': `from twilio.base.exceptions import TwilioRestException

def send(client):
    try:
        return client.messages.create(to="a", from_="b", body="c")
    except TwilioRestException as e:
        if e.code == 21211:
            return "number"
        elif e.code == 21408:
            return "region"
        elif e.status == 401 and e.code == 20429:
            return "absent"
        raise
`,
    },
    hovers: [
      ['a.ts', '21610', /21610.*opted out.*Twilio|21610.*Twilio.*opted out/],
      ['b.py', 'TwilioRestException as', /TwilioRestException.*Twilio/],
      ['b.py', '21408', /21408.*region/],
    ],
    completions: [['a.ts', ' 21610', '30003']],
    findings: ['a.ts:11 pointless-retry information', 'b.py:11 wrong-status warning'],
    handled: { 20429: 'a.ts:8', 21211: 'b.py:7' },
  },
};
