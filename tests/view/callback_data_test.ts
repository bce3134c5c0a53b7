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

Deno.test("the data of every button has 1 to 64 bytes, for the largest ids there are", () => {
  for (const verb of BUTTON_VERBS) {
    const all = [
      incidentData(verb, LARGEST, "abcdefg8"),
      buttonData(verb, -9_007_199_254_740_991, "ABCDEFG8"),
      buttonData(verb, 9_007_199_254_740_991),
    ];
    for (const data of all) assert(new TextEncoder().encode(data).length <= 64, data);
  }
});

Deno.test("what the bot never wrote is nothing", () => {
  for (const data of ["", ":", "claimed:ACME-1", "CLAIM:ACME-1", " claim:ACME-1", "__proto__"]) {
    assertEquals(parseButtonData(data), null, data);
  }
});
