import { assertEquals } from "@std/assert";
import { Company, MOST_REMOVED } from "../../src/domain/company.ts";
import {
  departmentEver,
  departmentWithId,
  withDepartment,
  withDepartmentAt,
  withoutDepartment,
} from "../../src/domain/departments.ts";
import { acme, NOON } from "./cast.ts";

const ids = ({ departments }: Company) => departments.map(({ id }) => id).join("");
const [dispatch, workshop] = acme.departments as [
  typeof acme.departments[0],
  typeof acme.departments[0],
];
const three = withDepartment(acme, "Safety");

Deno.test("withDepartment() gives an id that nobody has or had", () => {
  assertEquals(ids(three), "123");
  const safety = departmentWithId(three, "3")!;
  assertEquals(ids(withDepartment(withoutDepartment(three, safety, NOON), "Safety")), "124");
});

Deno.test("withDepartmentAt() moves one, keeps the others in order, and the default what it was", () => {
  for (const [place, order] of [[1, "312"], [2, "132"], [3, "123"], [99, "123"]] as const) {
    const moved = withDepartmentAt(three, "3", place);
    assertEquals([ids(moved), moved.defaultDepartment], [order, "1"]);
  }
  const chosen = withDepartmentAt({ ...three, defaultDepartment: "2" }, "1", 3);
  assertEquals([ids(chosen), chosen.defaultDepartment], ["231", "2"]);
});

Deno.test("withoutDepartment() keeps the name, and takes the default's place from it", () => {
  const chosen = { ...acme, defaultDepartment: "2" };
  const after = withoutDepartment(chosen, workshop, NOON);
  assertEquals([ids(after), after.defaultDepartment, after.lastRemoved], ["1", null, 2]);
  assertEquals(departmentEver(after, "2"), { id: "2", name: "Workshop", removedAt: NOON });
  assertEquals(departmentWithId(after, "2"), null);
  assertEquals(withoutDepartment(chosen, dispatch, NOON).defaultDepartment, "2");
});

Deno.test("a company remembers so many names of removed departments, the newest ones", () => {
  let company = acme;
  for (let n = 0; n <= MOST_REMOVED; n++) {
    company = withDepartment(company, `Shift ${n}`);
    company = withoutDepartment(company, company.departments.at(-1)!, NOON + n);
  }
  assertEquals(Company.parse(company).removed.length, MOST_REMOVED);
  assertEquals(departmentEver(company, "3"), null);
  assertEquals(ids(withDepartment(company, "One more")), `12${3 + MOST_REMOVED + 1}`);
});
