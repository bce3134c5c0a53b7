import { guarded, rita, sami } from "./cast.ts";
import { called, reported } from "./history.ts";
import { DISPATCHER, given, MANAGER, NO_ROLES } from "./story.ts";

const OWN = { ...NO_ROLES, departments: ["3"] };
const REFUSED = { reason: "restricted_department", department: "Vault" } as const;

Deno.test("a restricted department is chosen by its own people and by managers only", () => {
  const choose = { type: "choose_department", department: "3" } as const;
  for (const standing of [NO_ROLES, DISPATCHER]) {
    given(reported).when(choose, rita, { company: guarded, standing }).thenRefused(REFUSED);
  }
  for (const standing of [OWN, MANAGER]) {
    given(reported).when(choose, rita, { company: guarded, standing })
      .then({ type: "department_chosen", department: "3" });
  }
});

Deno.test("nor is an incident sent there later by anybody else", () => {
  const change = { type: "change_department", department: "3" } as const;
  const both = { ...OWN, departments: ["1", "3"] };
  given(reported, called).when(change, rita, { company: guarded }).thenRefused(REFUSED);
  given(reported, called).when(change, sami, { company: guarded, standing: DISPATCHER })
    .thenRefused(REFUSED);
  for (const standing of [both, MANAGER]) {
    given(reported, called).when(change, sami, { company: guarded, standing })
      .then({ type: "department_changed", department: "3" });
  }
});
