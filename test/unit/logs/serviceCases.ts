import type { FormatCase } from './formatCases.ts';

/** Lines of services, devices and frameworks. */
export const serviceCases: Readonly<Record<string, FormatCase>> = {
  next: [' GET / 200 in 31ms', 'text - - 200 GET / -'],
  'next-post': [' POST /api/pay?x=1 402 in 1203ms', 'text - - 402 POST /api/pay?x=1 -'],
  next15: [' GET /shop 500 in 31ms (compile: 10ms, render: 21ms)', 'text - - 500 GET /shop -'],
  'next-x': [' ⨯ Error: pump failed\n    at pay (app/pay.ts:1:2)', 'text - error - - - -'],
  'next-warn': [' ⚠ Fast Refresh had to perform a full reload', 'text - warn - - - -'],
  'next-ready': [' ✓ Ready in 1.2s', 'text - - - - - -'],
  uwsgi: [
    '[pid: 12|app: 0|req: 1/1] 127.0.0.1 () {40 vars in 600 bytes} [Mon May  4 10:15:00 2026] POST /v1/x => generated 12 bytes in 3 msecs (HTTP/1.1 402) 2 headers in 80 bytes (1 switches on core 0)',
    'uwsgi 2026-05-04T10:15:00.000Z? - 402 POST /v1/x -',
  ],
  'uwsgi-noaddr': [
    '[pid: 596|app: 0|req: 24/72]  () {50 vars in 1043 bytes} [Mon May  4 10:15:00 2026] GET /c/ => generated 2 bytes in 149 msecs (HTTP/1.1 200) 3 headers in 112 bytes (1 switches on core 0)',
    'uwsgi 2026-05-04T10:15:00.000Z? - 200 GET /c/ -',
  ],
  'npm-proxy-manager': [
    '[04/May/2026:10:15:00 +0100] 502 502 - POST https api.test "/v1/x" [Client 1.2.3.4] [Length 150] [Gzip -] [Sent-to 10.0.0.15] "curl/8" "-"',
    'access 2026-05-04T09:15:00.000Z - 502 POST /v1/x -',
  ],
  'npm-proxy-dash': [
    '[04/May/2026:10:15:00 +0100] - - 301 - GET http api.test "/" [Client 1.2.3.4] [Length 166] [Gzip -] [Sent-to 10.0.0.15] "curl/8" "-"',
    'access 2026-05-04T09:15:00.000Z - 301 GET / -',
  ],
  'mariadb-slow': [
    '# Time: 260504 10:15:00\n# User@Host: app[app] @ localhost []\n# Thread_id: 12  Schema: shop  QC_hit: No\n# Query_time: 2.012345  Lock_time: 0.000002  Rows_sent: 1  Rows_examined: 500\nSET timestamp=1777886100;\nSELECT SLEEP(2);',
    'mysql-slow 2026-05-04T10:15:00.000Z? - - - - -',
  ],
  'mysql57-slow': [
    '# Time: 2026-05-04T09:15:00.123456Z\n# User@Host: app[app] @ [10.0.0.9]\n# Query_time: 2.0\nSELECT 404;',
    'mysql-slow 2026-05-04T09:15:00.123Z - - - - -',
  ],
  hdfs: [
    '260504 101500 148 INFO dfs.DataNode$PacketResponder: PacketResponder 1 for block blk_38 terminating',
    'compact-date 2026-05-04T10:15:00.000Z? info - - - -',
  ],
  'hdfs-warn': [
    '260504 101500 19 WARN dfs.FSNamesystem: BLOCK* NameSystem',
    'compact-date 2026-05-04T10:15:00.000Z? warn - - - -',
  ],
  auditd: [
    'type=SYSCALL msg=audit(1777886100.123:24287): arch=c000003e syscall=2 success=no exit=-13 a0=7ffd pid=3538 comm="cat" exe="/bin/cat" key="sshd_config"',
    'audit 2026-05-04T09:15:00.123Z - - - - -',
  ],
  'auditd-user': [
    'type=USER_LOGIN msg=audit(1777886100.123:12): pid=12 uid=0 msg=\'op=login acct="kim" exe="/usr/sbin/sshd" hostname=? addr=1.2.3.4 terminal=ssh res=failed\'',
    'audit 2026-05-04T09:15:00.123Z - - - - -',
  ],
  'auditd-node': [
    'node=web1 type=CWD msg=audit(1777886100.123:24287): cwd="/home/kim"',
    'audit 2026-05-04T09:15:00.123Z - - - - -',
  ],
  laurel: [
    '{"ID":"1777886100.123:24287","NODE":"web1","SYSCALL":{"arch":"0xc000003e","syscall":2,"success":"no","exit":-13,"pid":3538,"comm":"cat"}}',
    'json 2026-05-04T09:15:00.123Z - - - - -',
  ],
  nest: ['[Nest] 12  - 05/04/2026, 10:15:00 AM   ERROR [PayService] pump failed', 'text 2026-05-04T10:15:00.000Z? error - - - -'],
  'nest-de': [
    '[Nest] 12  - 04.05.2026, 10:15:00   ERROR [PayService] pump failed',
    'text 2026-05-04T10:15:00.000Z? error - - - -',
  ],
  'nest-log': [
    '[Nest] 12  - 05/04/2026, 10:15:00 AM     LOG [RouterExplorer] Mapped {/v1, GET} route +1ms',
    'text 2026-05-04T10:15:00.000Z? info - - - -',
  ],
  netlify: ['May 4, 10:15:00 AM: 3f0e3b0a ERROR  pump failed', 'text 2026-05-04T10:15:00.000Z? error - - - -'],
  'netlify-info': ['May 4, 09:15:00 PM: 3f0e3b0a INFO   charge', 'text 2026-05-04T21:15:00.000Z? info - - - -'],
  'netlify-build': ['10:15:00 AM: Build failed', 'text - - - - - -'],
  'netlify-duration': [
    'May 4, 10:15:00 AM: 3f0e3b0a Duration: 12.3 ms\tMemory Usage: 80 MB',
    'text 2026-05-04T10:15:00.000Z? - - - - -',
  ],
  fiber: ['10:15:00 | 200 |     1.2ms |       127.0.0.1 | GET     | /       | -', 'go - - 200 GET / -'],
  'fiber-v2': ['10:15:00 | 500 |  12µs |  10.0.0.1 | DELETE  | /v1/x', 'go - - 500 DELETE /v1/x -'],
  'fiber-custom': ['[10:15:00] 402 - 12.3ms POST /v1/x', 'go - - 402 POST /v1/x -'],
  'fiber-ip': ['[127.0.0.1]:5000 402 - POST /v1/x', 'go - - 402 POST /v1/x -'],
  chi: [
    '2026/05/04 10:15:00 [web1/abcDEF-000001] "POST http://localhost:3000/v1/x HTTP/1.1" from 127.0.0.1:5000 - 402 12B in 1.2ms',
    'go 2026-05-04T10:15:00.000Z? - 402 POST http://localhost:3000/v1/x web1/abcDEF-000001',
  ],
  'chi-noid': [
    '2026/05/04 10:15:00 "GET http://localhost:3000/ HTTP/1.1" from [::1]:5000 - 200 12B in 51.2µs',
    'go 2026-05-04T10:15:00.000Z? - 200 GET http://localhost:3000/ -',
  ],
  echo: [
    '{"time":"2026-05-04T10:15:00.123456+01:00","id":"","remote_ip":"127.0.0.1","host":"x","method":"POST","uri":"/v1/x","user_agent":"curl","status":402,"error":"","latency":123456,"latency_human":"123.456µs","bytes_in":0,"bytes_out":2}',
    'json 2026-05-04T09:15:00.123Z - 402 POST /v1/x -',
  ],
  ingress3: [
    '10.42.0.1 - - [04/May/2026:09:15:00 +0000] "POST /v2/x HTTP/1.1" 502 59 "-" "curl/8" 89 0.001 [shop-web-80] [] 10.0.0.7:80, 10.0.0.8:80, 10.0.0.9:80 0, 0, 59 0.000, 0.000, 0.001 502, 502, 502 529a007902362a5f51385a5fa7049884',
    'access 2026-05-04T09:15:00.000Z - 502 POST /v2/x 529a007902362a5f51385a5fa7049884',
  ],
  'ingress-colon': [
    '10.42.0.1 - - [04/May/2026:09:15:00 +0000] "POST /v2/x HTTP/1.1" 502 59 "-" "curl/8" 89 0.001 [shop-web-80] [] 10.0.0.7:80 : 10.0.0.8:80 0 : 59 0.000 : 0.001 502 : 502 529a007902362a5f51385a5fa7049884',
    'access 2026-05-04T09:15:00.000Z - 502 POST /v2/x 529a007902362a5f51385a5fa7049884',
  ],
  'otlp-snake': [
    '{"resource_logs":[{"resource":{"attributes":[]},"scope_logs":[{"log_records":[{"time_unix_nano":"1777886100123000000","severity_number":17,"severity_text":"ERROR","body":{"string_value":"pump failed"},"attributes":[{"key":"http.response.status_code","value":{"int_value":"402"}}],"trace_id":"0af7651916cd43dd8448eb211c80319c"}]}]}]}',
    'otlp 2026-05-04T09:15:00.123Z error 402 - - 0af7651916cd43dd8448eb211c80319c',
  ],
  'otlp-snake-one': [
    '{"time_unix_nano":"1777886100123000000","severity_number":9,"body":{"string_value":"ok"},"trace_id":"0af7651916cd43dd8448eb211c80319c"}',
    'otlp 2026-05-04T09:15:00.123Z info - - - 0af7651916cd43dd8448eb211c80319c',
  ],
  'otlp-camel': [
    '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1777886100123000000","severityNumber":17,"body":{"stringValue":"pump failed"},"traceId":"0af7651916cd43dd8448eb211c80319c"}]}]}]}',
    'otlp 2026-05-04T09:15:00.123Z error - - - 0af7651916cd43dd8448eb211c80319c',
  ],
  mysql55: ['260504 10:15:00 [Warning] Aborted connection 12', 'compact-date 2026-05-04T10:15:00.000Z? warn - - - -'],
  'mysql55-note': ['260504 10:15:00 [Note] Event Scheduler: Loaded', 'compact-date 2026-05-04T10:15:00.000Z? info - - - -'],
  'mysql55-err': ['260504 10:15:00 [ERROR] /usr/sbin/mysqld: x', 'compact-date 2026-05-04T10:15:00.000Z? error - - - -'],
  'mysql55-innodb': ['260504 10:15:00  InnoDB: Initializing buffer pool', 'compact-date 2026-05-04T10:15:00.000Z? - - - - -'],
  'bracket-level-time': ['[ INFO 2026-05-04 10:15:00 main] started', 'text 2026-05-04T10:15:00.000Z? info - - - -'],
  'bracket-level-time2': ['[ERROR 2026-05-04T09:15:00.123Z app::pay] failed', 'text 2026-05-04T09:15:00.123Z error - - - -'],
  ros: ['[ WARN] [1777886100.123456789]: slow', 'ros 2026-05-04T09:15:00.123Z warn - - - -'],
  ros2: ['[INFO] [1777886100.123456789] [node]: started', 'ros 2026-05-04T09:15:00.123Z info - - - -'],
  'main-error-date': ['Main::ERROR::2026-05-04 10:15:00 failed', 'text 2026-05-04T10:15:00.000Z? error - - - -'],
  'main-error-date2': ['Worker::WARN::2026-05-04 10:15:00::slow', 'text 2026-05-04T10:15:00.000Z? warn - - - -'],
  'esxi-in': ['2026-05-04T09:15:00.123Z In(182) vmkernel: cpu3:1001)x', 'text 2026-05-04T09:15:00.123Z info - - - -'],
  'esxi-old': [
    '2026-05-04T09:15:00.123Z warning hostd[1001] [Originator@6876 sub=Vim] x',
    'text 2026-05-04T09:15:00.123Z warn - - - -',
  ],
  'redis-role': [
    '12:S 04 May 2026 10:15:00.123 * MASTER <-> REPLICA sync started',
    'redis 2026-05-04T10:15:00.123Z? info - - - -',
  ],
  'redis-signal': [
    '12:signal-handler (1777886100) Received SIGINT scheduling shutdown...',
    'redis 2026-05-04T09:15:00.000Z - - - - -',
  ],
  'redis-26': ['[12] 4 May 10:15:00.123 # WARNING overcommit_memory is set to 0!', 'text 2026-05-04T10:15:00.123Z? warn - - - -'],
  'haproxy-tcp': [
    'May  4 10:15:00 lb1 haproxy[12]: 1.2.3.4:5000 [04/May/2026:10:15:00.123] front back/s1 1/0/5007 212 -- 0/0/0/0/3 0/0',
    'syslog>haproxy 2026-05-04T10:15:00.123Z? - - - - -',
  ],
  'haproxy-http': [
    'May  4 10:15:00 lb1 haproxy[12]: 1.2.3.4:5000 [04/May/2026:10:15:00.123] http-in~ api/s1 0/0/1/12/13 402 212 - - ---- 1/1/0/0/0 0/0 "POST /v1/x HTTP/1.1"',
    'syslog>haproxy 2026-05-04T10:15:00.123Z? - 402 POST /v1/x -',
  ],
  'haproxy-proxy': [
    '<134>May  4 10:15:00 haproxy[12]: Server api/s1 is DOWN, reason: Layer4 timeout',
    'syslog 2026-05-04T10:15:00.000Z? info - - - -',
  ],
  'elb-classic': [
    '2026-05-04T09:15:00.123456Z my-lb 1.2.3.4:2817 10.0.0.1:80 0.000073 0.001048 0.000057 502 502 0 29 "POST http://api.test:80/v1/x HTTP/1.1" "curl/8" - -',
    'alb 2026-05-04T09:15:00.123Z - 502 POST http://api.test:80/v1/x -',
  ],
  'elb-tcp': [
    '2026-05-04T09:15:00.123456Z my-lb 1.2.3.4:2817 10.0.0.1:80 0.001069 0.000028 0.000041 - - 82 305 "- - - "',
    'alb 2026-05-04T09:15:00.123Z - - - - -',
  ],
  'nlb-tls': [
    'tls 2.0 2026-05-04T09:15:00 net/lb/c6 g3d4 1.2.3.4:51341 172.1.1.1:443 5 2 98 246 - arn:aws:acm:x - ECDHE tlsv12 - api.test - - - 2026-05-04T09:15:00',
    'text 2026-05-04T09:15:00.000Z? - - - - -',
  ],
  'access-blank': [
    '1.2.3.4 - - [04/May/2026:09:15:00 +0000] "GET /a b/c d HTTP/1.1" 404 7 "-" "x"',
    'access 2026-05-04T09:15:00.000Z - 404 GET /a b/c d -',
  ],
  'access-noproto': [
    '1.2.3.4 - - [04/May/2026:09:15:00 +0000] "GET /old" 200 7',
    'access 2026-05-04T09:15:00.000Z - 200 GET /old -',
  ],
  'access-tls': [
    '1.2.3.4 - - [04/May/2026:09:15:00 +0000] "\\x16\\x03\\x01" 400 157 "-" "-"',
    'access 2026-05-04T09:15:00.000Z - 400 - - -',
  ],
  'access-ipv6': [
    '2001:db8::1 - kim [04/May/2026:09:15:00 +0000] "PUT /v1/x HTTP/2.0" 201 7 "-" "x"',
    'access 2026-05-04T09:15:00.000Z - 201 PUT /v1/x -',
  ],
  'access-user-blank': [
    '1.2.3.4 - kim lee [04/May/2026:09:15:00 +0000] "GET /x HTTP/1.1" 401 7 "-" "x"',
    'access 2026-05-04T09:15:00.000Z - 401 GET /x -',
  ],
  'access-xff-first': [
    '1.2.3.4, 10.0.0.1 - - [04/May/2026:09:15:00 +0000] "GET /x HTTP/1.1" 200 7 "-" "x"',
    'access 2026-05-04T09:15:00.000Z - 200 GET /x -',
  ],
  'access-ms': [
    '1.2.3.4 - - [04/May/2026:09:15:00.123 +0000] "GET /x HTTP/1.1" 200 7',
    'access 2026-05-04T09:15:00.123Z - 200 GET /x -',
  ],
  'logfmt-single': ["level='warn' msg='it broke' code='E12'", 'logfmt - warn - - - -'],
  'logfmt-one': ['level=error', 'logfmt - error - - - -'],
  'logfmt-lvl-one': ['severity=WARNING', 'logfmt - warn - - - -'],
  'logfmt-upper': ['TIME=2026-05-04T09:15:00Z LEVEL=ERROR MSG="x y"', 'logfmt 2026-05-04T09:15:00.000Z error - - - -'],
  'logfmt-spaces': [
    'time="2026-05-04 10:15:00" level=error msg="x" request_id=req-77ab12',
    'logfmt 2026-05-04T10:15:00.000Z? error - - - req-77ab12',
  ],
  'syslog-nohost2': ['<14>May  4 10:15:00 app[12]: started', 'syslog 2026-05-04T10:15:00.000Z? info - - - -'],
  'syslog-nohost3': ['<11>May  4 10:15:00 app: failed', 'syslog 2026-05-04T10:15:00.000Z? error - - - -'],
  'syslog-cisco': [
    '<187>123: May  4 10:15:00.123: %LINK-3-UPDOWN: Interface down',
    'cisco 2026-05-04T10:15:00.123Z? error - - - -',
  ],
  'syslog-cisco2': [
    'May  4 10:15:00.123 UTC: %SYS-5-CONFIG_I: Configured from console',
    'cisco 2026-05-04T10:15:00.123Z info - - - -',
  ],
  'syslog-year': ['<14>May  4 2026 10:15:00 fw1 : %ASA-6-302013: Built inbound', 'cisco 2026-05-04T10:15:00.000Z? info - - - -'],
  'syslog-iso-pri': ['<11>2026-05-04T09:15:00.123Z web1 app[12]: failed', 'syslog 2026-05-04T09:15:00.123Z error - - - -'],
  'syslog-5424-sd': [
    '<165>1 2026-05-04T09:15:00.123Z web1 app 12 ID47 [ex@32473 iut="3" src="A\\"]p"] pump failed',
    'syslog 2026-05-04T09:15:00.123Z info - - - -',
  ],
  'syslog-frame': [
    '83 <11>1 2026-05-04T09:15:00.123Z web1 app 12 - - pump failed',
    'syslog 2026-05-04T09:15:00.123Z error - - - -',
  ],
  'syslog-two-blanks': [
    'Nov  5 10:15:00 web1 kernel: [12345.678901] Out of memory: Killed process 12',
    'syslog 2025-11-05T10:15:00.000Z? - - - - -',
  ],
  'json-kind-ids': [
    '{"trace":{"id":"0af7651916cd43dd8448eb211c80319c"},"log":{"level":"error"},"@timestamp":"2026-05-04T09:15:00.123Z","message":"m","http":{"request":{"method":"POST","id":"req-77ab12"},"response":{"status_code":402}},"url":{"path":"/v1/x"}}',
    'json 2026-05-04T09:15:00.123Z error 402 POST /v1/x req-77ab12',
  ],
  'json-pretty-bunyan': [
    '{"name":"api","hostname":"h","pid":1,"level":50,"msg":"pump failed","time":"2026-05-04T09:15:00.123Z","v":0,"req_id":"req-77ab12","res":{"statusCode":402},"req":{"method":"POST","url":"/v1/x"}}',
    'json 2026-05-04T09:15:00.123Z error 402 POST /v1/x req-77ab12',
  ],
  oslog: [
    '2026-05-04 10:15:00.123456+0100 0x1a2b     Error       0x0                  12     0    app: (sub) [com.shop:pay] pump failed',
    'os-log 2026-05-04T09:15:00.123Z error - - - -',
  ],
  'oslog-default': [
    '2026-05-04 10:15:00.123456+0100 0x1a2b     Default     0x0                  12     0    app: [com.shop:pay] charge',
    'os-log 2026-05-04T09:15:00.123Z info - - - -',
  ],
  'oslog-compact': [
    '2026-05-04 10:15:00.123 E  app[12:1a2b] [com.shop:pay] pump failed',
    'os-log 2026-05-04T10:15:00.123Z? error - - - -',
  ],
  'studio-E': [
    '2026-05-04 10:15:00.123 12345-12360 com.shop.app/com.shop.app E/OkHttp: HTTP FAILED',
    'logcat 2026-05-04T10:15:00.123Z? error - - - -',
  ],
  'studio-old': ['05-04 10:15:00.123 12345-12360/com.shop.app W/Pay: slow', 'logcat 2026-05-04T10:15:00.123Z? warn - - - -'],
  systemd3: ['<3>pump failed', 'syslog - error - - - -'],
  'systemd4-dotnet': ['<4>Acme.Pay[0] slow answer', 'syslog - warn - - - -'],
  systemd6: ['<6>started', 'syslog - info - - - -'],
  'npm-err': ['npm ERR! code E404', 'npm - error - - - -'],
  'npm-error': ['npm error code E404', 'npm - error - - - -'],
  'npm-warn': ['npm WARN deprecated x', 'npm - warn - - - -'],
  geth: ['ERROR[05-04|10:15:00.123] pump failed                    err=boom', 'log15 2026-05-04T10:15:00.123Z? error - - - -'],
  'geth-info': ['INFO [05-04|10:15:00.123] Imported new block  number=12', 'log15 2026-05-04T10:15:00.123Z? info - - - -'],
  log15: ['EROR[05-04|10:15:00] pump failed err=boom', 'log15 2026-05-04T10:15:00.000Z? error - - - -'],
  tornado: [
    '[E 260504 10:15:00 web:1871] 500 POST /pay (127.0.0.1) 12.3ms',
    'tornado 2026-05-04T10:15:00.000Z? error 500 POST /pay -',
  ],
  jupyter: [
    '[W 2026-05-04 10:15:00.123 ServerApp] 404 GET /x (@127.0.0.1) 1.2ms',
    'tornado 2026-05-04T10:15:00.123Z? warn 404 GET /x -',
  ],
  meteor: ['W20260504-10:15:00.123(1)? (STDERR) failed', 'meteor 2026-05-04T09:15:00.123Z warn - - - -'],
  unreal: ['[2026.05.04-09.15.00:123][ 12]LogNet: Error: failed', 'unreal 2026-05-04T09:15:00.123Z? error - - - -'],
  'unreal-w': ['[2026.05.04-09.15.00:123][  0]LogInit: Display: started', 'unreal 2026-05-04T09:15:00.123Z? info - - - -'],
  cockroach: ['E260504 09:15:00.123456 12 server/x.go:12 ⋮ [n1] 34  failed', 'glog 2026-05-04T09:15:00.123Z? error - - - -'],
  tinylog: ['2026-05-04 10:15:00 [main] com.shop.Pay.charge()\nERROR: failed', 'logback 2026-05-04T10:15:00.000Z? error - - - -'],
  minio: [
    'API: GetObject(bucket=pumps, object=a.txt)\nTime: 12:00:00 UTC 05/04/2026\nDeploymentID: 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234\nRequestID: 18C1A2B3C4D5E6F7\nRemoteHost: 192.0.2.1\nHost: minio.test\nUserAgent: MinIO (linux; amd64)\nError: drive is full (cmd.StorageErr)\n       3: cmd/erasure.go:404:cmd.write()',
    'minio 2026-05-04T12:00:00.000Z error - - - 18C1A2B3C4D5E6F7',
  ],
  table: [
    '| 2026-05-04 12:00:00.123 | {"level":"error","status":402,"request_id":"req-77ab12"} |',
    'table>json 2026-05-04T12:00:00.123Z error 402 - - req-77ab12',
  ],
  websphere: [
    '[5/14/25, 12:00:00:123 CEST] 0000002a com.ibm.ws.webcontainer.servlet   E SRVE0777E: pump failed',
    'websphere 2025-05-14T10:00:00.123Z error - - - -',
  ],
};
