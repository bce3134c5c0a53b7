import { type Hours, MOST_SPANS, type Span, WEEKDAYS } from "../../src/domain/hours.ts";
import type { Chance } from "./random.ts";

const DAY = 1440;

/**
 * A week that people could have: some days closed, some alike, up to four spans a day, the last one
 * often into the night and at times a whole day long. Times are multiples of ten minutes, half of
 * them before five in the morning, where clocks are moved.
 */
export function randomWeek(chance: Chance): Hours {
  const kinds = [[], randomDay(chance), randomDay(chance), randomDay(chance)];
  const days = WEEKDAYS.map((day) => [day, chance.pick(kinds)] as const);
  return Object.fromEntries(days) as Hours;
}

function randomDay({ below, next }: Chance): Span[] {
  const early = next() < 0.5 ? 5 * 60 : DAY;
  const times = new Set(Array.from({ length: 2 * MOST_SPANS }, () => 10 * below(early / 10)));
  const sorted = [...times].sort((a, b) => a - b).slice(0, 2 * (1 + below(MOST_SPANS)));
  const spans: Span[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2) {
    const from = next() < 0.2 ? spans.at(-1)?.to ?? 0 : sorted[i]!;
    spans.push({ from, to: sorted[i + 1]! });
  }
  const last = spans.at(-1);
  if (last && next() < 0.5) last.to = last.from + 10 * (1 + below(DAY / 10));
  return spans;
}
