const mostNames = 200;
const offset = /^(?:UTC|GMT)?([+-])(0?\d|1[0-4])(?::?([0-5]\d))?$/;
const mostDays = 5_000;
const day = 86_400_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By days since 1970: the offset; null where the clocks change on the day, or beside it. */
  readonly days: Map<number, number | null>;
}

const zones = new Map<string, Zone | undefined>();

/** Source of a pattern for the names of zones: `Europe/Berlin`, `America/Argentina/Salta`. */
export const zonePlace = String.raw`(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\/[A-Za-z][\w+-]{1,30}(?:\/[A-Z][A-Za-z_]{1,30})?`;

/**
 * Milliseconds by which a zone is east of UTC at a time of its own clocks. Of an hour that a change of the clocks repeats it is
 * the first one.
 * @param name `Europe/Berlin`, or an offset such as `+02:00`
 * @param local the time of the clocks, as if they were in UTC
 * @returns undefined when there is no such zone
 */
export function zoneOffset(name: string, local: number): number | undefined {
  const [, sign, hours, minutes] = offset.exec(name) ?? [];
  if (sign !== undefined) return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes ?? 0));
  const zone = zoneOf(name);
  if (!zone) return undefined;
  // A log has many times of few days, and asking for one takes as long as reading many lines.
  const today = Math.floor(local / day);
  let east = zone.days.get(today);
  if (east === undefined) {
    const [before, after] = [-1, 2].map((days) => offsetAt(zone.format, (today + days) * day));
    east = before === after ? (before ?? null) : null;
    if (zone.days.size >= mostDays) zone.days.clear();
    zone.days.set(today, east);
  }
  return east ?? offsetAround(zone.format, local);
}

/** The offset on a day on which the clocks may change. */
function offsetAround(format: Intl.DateTimeFormat, local: number): number {
  const before = offsetAt(format, local - day);
  if (offsetAt(format, local - before) === before) return before;
  return offsetAt(format, local - offsetAt(format, local + day));
}

function zoneOf(name: string): Zone | undefined {
  if (zones.has(name)) return zones.get(name);
  if (zones.size >= mostNames) zones.clear();
  const format = createFormat(name);
  const zone = format && { format, days: new Map<number, number | null>() };
  zones.set(name, zone);
  return zone;
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = '2-digit';
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    });
  } catch {
    // There is no such zone.
    return undefined;
  }
}

function offsetAt(format: Intl.DateTimeFormat, ms: number): number {
  const whole = Math.floor(ms / 1000) * 1000;
  const parts = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - whole;
}
