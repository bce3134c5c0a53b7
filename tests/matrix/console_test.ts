import { assert, assertEquals } from "@std/assert";
import type { Role } from "../stories/many_eyes.ts";
import type { ConsoleButton } from "../stories/console.ts";
import { onBench, type Tried } from "./bench.ts";
import { consoleButtons } from "./console_buttons.ts";
import { grounds, PLACES, rolesOf } from "./grounds.ts";

type Company = "ACME" | "ZETA";
const COMPANIES: readonly Company[] = ["ACME", "ZETA"];

/** Whether the console's table grants it in private, where the roles of a group are none. */
function isGranted({ who }: ConsoleButton, role: Role, company: Company): boolean {
  const manages = (one: Company) => rolesOf(role, one, "private").manager;
  switch (who) {
    case "anyone":
      return COMPANIES.some(manages);
    case "company":
      return manages(company);
    case "platform_admin":
      return role === "platform admin";
    default:
      return who satisfies never;
  }
}

function assertRefused({ outcome, written, said }: Tried, why: string, what: string): void {
  assertEquals(outcome, why, what);
  assertEquals(written, [], `refused, and yet written: ${what}`);
  assertEquals(said.map(({ method }) => method), ["answerCallbackQuery"], what);
}

/** Not there: what would go with a company while it is at work, and a member where nobody is one. */
const GONE = ["delete of ACME", "delete of ZETA", "member of ZETA"];

function assertGranted(
  { outcome, written, said }: Tried,
  { name, isDone }: ConsoleButton,
  { company, what }: { company: Company; what: string },
): void {
  const isGone = GONE.includes(`${name} of ${company}`);
  assertEquals(outcome, isGone ? "gone" : isDone ? outcome : undefined, what);
  assert(!["unknown", "not_allowed"].includes(outcome ?? ""), `${what}: ${outcome}`);
  const others = name === "move_group" ? [] : COMPANIES.filter((other) => other !== company);
  const astray = written.filter((key) => others.some((other) => key.includes(`"${other}"`)));
  assertEquals(astray, [], `written of another company: ${what}`);
  assert(said.length > 0, what);
}

Deno.test("every button of the console is for those whom its table names, about their company alone", () =>
  onBench(grounds, async ({ trial }, all) => {
    const counts = { granted: 0, refused: 0 };
    for (const company of COMPANIES) {
      for (const button of consoleButtons(all, company)) {
        for (const role of Object.keys(all.people) as Role[]) {
          const person = all.people[role];
          const under = all.under(person, "private", null);
          const tried = await trial(() => person.presses(under, "", { data: button.data }));
          const what = `${button.data} by the ${role}`;
          const granted = isGranted(button, role, company);
          counts[granted ? "granted" : "refused"]++;
          if (granted) assertGranted(tried, button, { company, what });
          else assertRefused(tried, "not_allowed", what);
        }
      }
    }
    assert(counts.granted > 200 && counts.refused > 1_000, JSON.stringify(counts));
  }));

Deno.test("in a group no button of the console does anything, whoever presses", () =>
  onBench(grounds, async ({ trial }, all) => {
    for (const where of PLACES.filter((one) => one !== "private")) {
      for (const { data } of consoleButtons(all, where === "vault" ? "ZETA" : "ACME")) {
        for (const role of ["platform admin", "manager", "administrator of its group"] as const) {
          const person = all.people[role];
          const under = all.under(person, where, null);
          const tried = await trial(() => person.presses(under, "", { data }));
          assertRefused(tried, "unknown", `${data} by the ${role} in ${where}`);
        }
      }
    }
  }));
