import { assertEquals } from "@std/assert";
import {
  countRefusal,
  MOST_REFUSALS,
  type Refusals,
  REFUSALS_WINDOW,
} from "../../src/domain/refusals.ts";

const NOW = 1_795_424_400_000;

/** Counts so many attempts from there on; how often somebody was told. */
function tries(stored: Refusals | null, count: number, now: number, firstUpdate = 1) {
  let tells = 0;
  let refusals = stored;
  for (let n = 0; n < count; n++) {
    const attempted = { updateId: firstUpdate + n, what: "/people", chatId: -1 - (n % 2) };
    const counted = countRefusal(refusals, attempted, now);
    refusals = counted.refusals;
    tells += counted.tell ? 1 : 0;
  }
  return { refusals, tells };
}

Deno.test("the eleventh refusal within an hour is told, once", () => {
  const ten = tries(null, MOST_REFUSALS, NOW);
  assertEquals([ten.tells, ten.refusals?.told], [0, false]);
  const eleven = tries(ten.refusals, 1, NOW + REFUSALS_WINDOW - 1, 100);
  assertEquals([eleven.tells, eleven.refusals?.told], [1, true]);
  assertEquals([eleven.refusals?.tried, eleven.refusals?.chats], [{ "/people": 11 }, [-2, -1]]);
  const more = tries(eleven.refusals, 500, NOW + 1, 200);
  assertEquals([more.tells, more.refusals], [0, eleven.refusals]);
});

Deno.test("an hour later it begins anew", () => {
  const { refusals } = tries(null, 11, NOW);
  const later = tries(refusals, 10, NOW + REFUSALS_WINDOW, 100);
  assertEquals([later.tells, later.refusals?.updates.length], [0, 10]);
  assertEquals(tries(later.refusals, 1, NOW + REFUSALS_WINDOW, 200).tells, 1);
});

Deno.test("an update that is delivered again counts once", () => {
  const once = { updateId: 7, what: "/people", chatId: -1 };
  const { refusals } = countRefusal(null, once, NOW);
  assertEquals(countRefusal(refusals, once, NOW + 5), { refusals, tell: false });
});
