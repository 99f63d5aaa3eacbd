/** A log of many kinds of lines, with escapes in a part of them and a secret here and there. Every run has the same one. */
export function generateMixedLog(size: number): string {
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 8;
  const hex = (length: number): string => {
    let text = '';
    while (text.length < length) text += random().toString(16).padStart(6, '0');
    return text.slice(0, length);
  };
  const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-9${hex(3)}-${hex(12)}`;
  const kinds: readonly ((time: string) => string)[] = [
    (time) =>
      `{"level":"info","time":"${time}","requestId":"${uuid()}","method":"POST","path":"/v2/items","status":${random() % 9 ? 200 : 404},"durationMs":${random() % 900},"msg":"request completed"}`,
    (time) =>
      `{"time":"${time}","msg":"body: {\\"id\\":\\"${hex(24)}\\",\\"name\\":\\"Blue Chair\\",\\"tags\\":[\\"a\\",\\"b\\"]}"}`,
    (time) =>
      `${time} INFO [exec-${random() % 20}] c.e.shop.OrderService - Order ${random() % 100_000} placed, request_id=${uuid()}`,
    () =>
      `10.0.${random() % 255}.${random() % 255} - - [16/Jun/2026:10:15:00 +0000] "GET /api/items?page=${random() % 50}&q=blue%20chair HTTP/1.1" 200 ${random() % 9000} "-" "Mozilla/5.0 (X11; Linux x86_64)"`,
    (time) => `time="${time}" level=warning msg="retrying upstream call" attempt=${random() % 5} trace_id=${hex(32)}`,
    () => `\tat com.example.shop.payment.PaymentClient.charge(PaymentClient.java:${random() % 400})`,
    (time) =>
      `${time} ERROR worker: job ${hex(24)} failed: connection refused while POST https://payments.internal:8443/v1/charges`,
    (time) => `${time} DEBUG session token refreshed for user ${random() % 1000}, access key rotated`,
  ];
  const lines: string[] = [];
  for (let length = 0, count = 0; length < size; count++) {
    const time = new Date(1_750_000_000_000 + count * 13).toISOString();
    const line =
      count % 200 === 0 ? `${time} WARN login failed password=${hex(12)}` : (kinds[random() % kinds.length]?.(time) ?? '');
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}
