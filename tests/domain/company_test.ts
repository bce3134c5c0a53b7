import { assertEquals, assertThrows } from "@std/assert";
import {
  Company,
  CompanyName,
  defaultDepartment,
  DepartmentName,
  findDepartment,
  newCompany,
} from "../../src/domain/company.ts";
import { MOST_DEPARTMENTS } from "../../src/domain/quota.ts";
import { acme, NOON } from "./cast.ts";

Deno.test("a new company has one department, Dispatch, and nobody in it", () => {
  const company = newCompany("ACME", "Acme", NOON);
  assertEquals(company.departments, [{ id: "1", name: "Dispatch", members: 0, restricted: false }]);
  assertEquals([company.dispatchers, company.createdAt], [0, NOON]);
  assertEquals(Company.parse(company), company);
});

Deno.test("findDepartment() finds by id, and by name in any case", () => {
  assertEquals(findDepartment(acme, "2")?.name, "Workshop");
  assertEquals(findDepartment(acme, " workSHOP ")?.id, "2");
  assertEquals(findDepartment(acme, "Legal"), null);
  assertEquals(findDepartment(acme, ""), null);
});

Deno.test("defaultDepartment() is the chosen one; without a choice, or when it is gone, the first", () => {
  assertEquals(defaultDepartment(acme)?.id, "1");
  assertEquals(defaultDepartment({ ...acme, defaultDepartment: "2" })?.id, "2");
  assertEquals(defaultDepartment({ ...acme, defaultDepartment: "9" })?.id, "1");
});

Deno.test("a company's record from before there was a choice has none", () => {
  const { defaultDepartment: _choice, ...before } = acme;
  assertEquals(Company.parse(before), acme);
});

Deno.test("findDepartment() takes the id before a name that looks like one", () => {
  const departments = [["1", "2"], ["2", "1"]].map(([id, name]) => ({
    id: id!,
    name: name!,
    members: 0,
    restricted: false,
  }));
  assertEquals(findDepartment({ ...acme, departments }, "2")?.id, "2");
});

Deno.test("a company name has 2 to 80 characters, a department's 1 to 40, after trimming", () => {
  assertEquals(CompanyName.parse("  ab "), "ab");
  assertEquals(CompanyName.parse("x".repeat(80)).length, 80);
  assertThrows(() => CompanyName.parse(" a "));
  assertThrows(() => CompanyName.parse("x".repeat(81)));
  assertEquals(DepartmentName.parse(" a "), "a");
  assertThrows(() => DepartmentName.parse("   "));
  assertThrows(() => DepartmentName.parse("x".repeat(41)));
});

Deno.test("a name is one line that can be seen and turns nothing around it", () => {
  assertEquals(CompanyName.parse("Acme\n \u202eLogistics\u0000"), "Acme Logistics");
  assertEquals(DepartmentName.parse("Night\tshift"), "Night shift");
  for (const name of ["\u3164\u3164", "\u202e\u202d", "\u200b\u2060"]) {
    assertThrows(() => CompanyName.parse(name));
    assertThrows(() => DepartmentName.parse(name));
  }
});

Deno.test("a company's record has 1 to 50 departments with short ids", () => {
  const many = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
      id: String(i + 1),
      name: `D${i}`,
      members: 0,
      restricted: false,
    }));
  const company = { ...acme, departments: many(MOST_DEPARTMENTS) };
  assertEquals(Company.parse(company), company);
  for (const departments of [many(0), many(MOST_DEPARTMENTS + 1), [{ ...many(1)[0], id: "a:b" }]]) {
    assertThrows(() => Company.parse({ ...acme, departments }));
  }
});
