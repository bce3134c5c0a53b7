import { assert, assertEquals } from "@std/assert";
import {
  BUTTON_VERBS,
  buttonData,
  incidentData,
  parseButtonData,
} from "../../src/view/callback_data.ts";

const LARGEST = { company: "ABCDEFG8", number: 999_999_999 };

Deno.test("the data of every button can be taken apart again", () => {
  for (const verb of BUTTON_VERBS) {
    assertEquals(parseButtonData(buttonData(verb)), { verb, args: [] });
    assertEquals(parseButtonData(buttonData(verb, -100, "ACME")), { verb, args: ["-100", "ACME"] });
    assertEquals(parseButtonData(incidentData(verb, LARGEST, "50")), {
      verb,
      args: ["ABCDEFG8-999999999", "50"],
    });
  }
});

Deno.test("the data of every button has at most 64 bytes, for the largest ids there are", () => {
  const person = String(Number.MAX_SAFE_INTEGER);
  const lengths = BUTTON_VERBS.flatMap((verb) => [
    incidentData(verb, LARGEST, "abcdefg8"),
    incidentData(verb, LARGEST, person),
    incidentData(verb, LARGEST, String(LARGEST.number)),
    buttonData(verb, -Number.MAX_SAFE_INTEGER, "ABCDEFG8"),
    buttonData(verb, person),
  ]).map((data) => new TextEncoder().encode(data).length);
  assert(Math.max(...lengths) <= 64, `${Math.max(...lengths)} bytes`);
});

Deno.test("what the bot never wrote is nothing", () => {
  for (const data of ["", ":", "claimed:ACME-1", "CLAIM:ACME-1", " claim:ACME-1", "__proto__"]) {
    assertEquals(parseButtonData(data), null, data);
  }
});
