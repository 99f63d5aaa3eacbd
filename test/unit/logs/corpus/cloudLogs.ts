import type { CorpusLog } from './corpusLog.ts';

export const cloudLogs: readonly CorpusLog[] = [
  {
    file: 'DataDog+datadog-serverless-functions/aws/logs_monitoring/tools/integration_tests/snapshots/cloudwatch_log_cloudtrail.json',
    records: 4,
    expected: `
      1 1+14 cloudwatch>json 2020-09-17T16:44:11.000Z - - - 149d9263-2a7a-4e79-b97e-07642b95b0ee
      2 15+5 cloudwatch>json 2020-09-17T16:44:28.000Z - - - f0cd8b48-77ce-4432-b458-478424f38a38
      3 20+5 cloudwatch>json 2020-09-17T16:44:10.000Z - - - 8fdf17f5-1887-4008-88ee-96da7b039924
      4 25+7 cloudwatch>json 2020-09-17T16:44:10.000Z - - - 8fdf17f5-1887-4008-88ee-96da7b039924
    `,
  },
  {
    file: 'DataDog+datadog-serverless-functions/aws/logs_monitoring/tools/integration_tests/snapshots/cloudwatch_log_coldstart.json',
    records: 3,
    expected: `
      1 1+13 cloudwatch>lambda 2020-06-04T15:29:19.098Z - - - db275f87-a934-471a-8980-b63bf4dc1beb
      2 14+5 cloudwatch>lambda 2020-06-04T15:29:19.101Z - - - db275f87-a934-471a-8980-b63bf4dc1beb
      3 19+7 cloudwatch>lambda 2020-06-04T15:29:19.101Z - - - db275f87-a934-471a-8980-b63bf4dc1beb
    `,
  },
  {
    file: 'DataDog+datadog-serverless-functions/aws/logs_monitoring/tools/integration_tests/snapshots/cloudwatch_log_lambda_invocation.json',
    records: 19,
    expected: `
      1 1+12 cloudwatch>lambda 2020-03-05T16:30:36.113Z debug - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      2 13+5 cloudwatch>lambda 2020-03-05T16:30:36.114Z debug - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      4 23+5 cloudwatch>lambda 2020-03-05T16:30:36.114Z debug - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      5 28+5 cloudwatch>json 2020-03-05T16:30:36.114Z - - - -
      11 58+5 cloudwatch>lambda 2020-03-05T16:30:36.131Z debug - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      12 63+4 cloudwatch>lambda 2020-03-05T16:30:36.172Z info - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      13 66+2 cloudwatch>lambda 2020-03-05T16:30:36.172Z info - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      15 73+5 cloudwatch>lambda 2020-03-05T16:30:36.592Z info - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      18 86+2 cloudwatch>lambda 2020-03-05T16:30:36.750Z - - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
      19 88+7 cloudwatch>lambda 2020-03-05T16:30:36.750Z - - - f08bb4c8-d6b2-4f05-ac17-af7e2ba005fb
    `,
  },
  {
    file: 'crowdsecurity+hub/.tests/aws-alb-logs/aws-alb-logs.log',
    records: 14,
    expected: `
      1 1+1 alb 2023-04-26T12:22:55.463Z - 200 - 1-58337262-36d228ad5d99923122bbe354
      2 2+1 alb 2023-04-26T12:23:00.186Z - 200 - 1-58337281-1d84f3d73c47ec4e58577259
      3 3+1 alb 2023-04-26T12:23:14.948Z - 200 - 1-58337327-72bd00b0343d75b906739c42
      4 4+1 alb 2023-04-26T19:53:46.679Z - 404 - 1-6449814a-01d4cd3e280010e00ac46641
      5 5+1 alb 2023-04-26T19:53:47.809Z - 404 - 1-6449814b-6c50fc2a5aa7d12e119d3a89
      7 7+1 alb 2023-04-26T19:53:56.715Z - 404 - 1-64498154-416a2e644a6c9c7a45da7e4e
      8 8+1 alb 2018-07-02T22:23:00.186Z - 200 - 1-58337281-1d84f3d73c47ec4e58577259
      10 10+1 alb 2018-07-02T22:23:00.186Z - 200 - 1-5833732772bd00b0343d75b906739c42
      12 12+1 alb 2023-04-26T19:53:47.809Z - 404 - 1-6449814b-6c50fc2a5aa7d12e119d3a89
      14 14+1 alb 2023-04-26T19:53:56.715Z - 404 - 1-64498154-416a2e644a6c9c7a45da7e4e
    `,
  },
  {
    file: 'crowdsecurity+hub/.tests/caddy-logs/caddy-logs.log',
    records: 11,
    expected: `
      1 1+1 json 2023-09-04T15:19:51.756Z info - - -
      2 2+1 json 2023-09-04T15:19:52.194Z info - - -
      3 3+1 json 2023-09-04T15:19:52.588Z info - - -
      4 4+1 json 2023-09-04T15:20:39.657Z info - - -
      5 5+1 json 2023-09-04T15:20:40.232Z info - - -
      7 7+1 json 2023-09-04T15:20:40.896Z info - - -
      8 8+1 json 2024-03-29T19:49:58.039Z error 401 - -
      9 9+1 json 2024-03-29T19:50:27.962Z error 401 - -
      10 10+1 json 2024-03-29T19:51:04.947Z info 200 - -
      11 11+1 json 2025-03-19T16:12:33.054Z debug - - -
    `,
  },
  {
    file: 'crowdsecurity+hub/.tests/docker-logs/docker-logs.log',
    records: 3,
    expected: `
      1 1+1 docker>access 2021-08-24T09:52:13.000Z - 200 - 04f1619cfb5e02b6455c19b860427758
      2 2+1 docker>access 2021-08-24T09:52:13.000Z - 200 - db9a2eca83026ade01963ce4403bc843
      3 3+1 docker>access 2021-08-24T09:52:14.000Z - 200 - a0022df50e62e766d2f27103701601e6
    `,
  },
  {
    file: 'crowdsecurity+hub/.tests/envoy-logs/envoy.log',
    records: 10,
    expected: `
      1 1+1 container>json 2025-12-31T16:37:40.479Z - 200 - 3bbc0252-2d5c-49fe-bd89-104e9b61770b
      2 2+1 container>json 2025-12-31T17:22:04.951Z - 301 - a9864e02-c6f5-4375-a27d-3ffd7f312811
      3 3+1 container>json 2025-12-31T17:30:03.228Z - 404 - fff03852-5ae8-468b-a528-434d095ddc49
      4 4+1 container>envoy 2016-04-15T20:17:00.310Z - 204 - cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2
      5 5+1 container>envoy 2026-01-24T01:34:36.743Z - 200 - test-request-id
      6 6+1 container>json 2026-01-24T01:34:36.743Z - 301 - 6d6e08ba-02a3-4a26-968a-2183aa33a56d
      7 7+1 container>json 2026-01-24T01:35:00.000Z - 200 - multi-ip-v4-test-id
      8 8+1 container>json 2026-01-24T01:36:00.000Z - 201 - multi-ip-v6-test-id
      9 9+1 container>envoy 2026-01-24T01:37:00.000Z - 200 - multi-ip-clf-v4
      10 10+1 container>envoy 2026-01-24T01:38:00.000Z - 201 - multi-ip-clf-v6
    `,
  },
  {
    file: 'crowdsecurity+hub/.tests/gitlab-logs/gitlab-logs.log',
    records: 3,
    expected: `
      1 1+1 json 2022-04-15T12:59:36.195Z - - - -
      2 2+1 json 2022-04-15T14:19:00.060Z - 200 - -
      3 3+1 json 2025-05-22T04:26:59.798Z - 302 - ABC
    `,
  },
  {
    file: 'open-telemetry+opentelemetry-proto/examples/logs.json',
    records: 1,
    expected: `
      1 1+101 otlp 2018-12-13T14:51:00.300Z info - - 5B8EFFF798038103D269B633813FC60C
    `,
  },
];
