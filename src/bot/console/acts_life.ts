/** Companies that get another name, rest, come back or are written down; departments that move or go. */

import { CompanyName } from "../../domain/company.ts";
import { archiveCompany, renameCompany, restoreCompany } from "../../execute/company_life.ts";
import { placeDepartment, removeDepartment } from "../../execute/department_life.ts";
import { keys } from "../../store/keys.ts";
import { readOne } from "../../store/read.ts";
import { displayName } from "../../view/clip.ts";
import { type ActName, addressOf } from "../../view/console/address.ts";
import { beginChores } from "../begin_chores.ts";
import { showDepartment } from "../command_departments.ts";
import type { BotDeps } from "../incoming.ts";
import { sendCompany } from "../send_company.ts";
import { act, type ConsoleAct } from "./entry.ts";
import { companyOf, departmentOf } from "./pages_company.ts";

const next = ({ company }: { company: string }) => addressOf("company", [company]);
const after = (deps: BotDeps, _committed: unknown, { company }: { company: string }) =>
  beginChores(deps, company);

/** What is done to them. */
export const LIFE_ACTS = {
  /** Gives a company another name. */
  rename_company: act({
    kind: "text",
    who: "company",
    takes: ["company"],
    commands: ["rename_company"],
    hint: ({ company }) => `${company} <name>`,
    next,
    question: (texts) => texts.admin.ask.newName,
    async run(deps, origin, { company: companyId }, { text, texts }) {
      const name = CompanyName.safeParse(text);
      if (!name.success) return { problem: texts.admin.ask.nameLength(2, 80) };
      return await renameCompany(deps, origin, { companyId, name: name.data });
    },
  }),
  /** Lets a company rest. */
  archive: act({
    kind: "press",
    who: "platform_admin",
    takes: ["company"],
    commands: ["archive_company"],
    hint: ({ company }) => company,
    next,
    async question(deps, { texts }, { company: id }) {
      const company = await companyOf(deps, id);
      return company && texts.admin.company.sureArchive(displayName(company.name, id, 40));
    },
    run: (deps, origin, { company: companyId }) => archiveCompany(deps, origin, { companyId }),
    after,
  }),
  /** Brings it back. */
  restore: act({
    kind: "press",
    who: "platform_admin",
    takes: ["company"],
    commands: ["restore_company"],
    hint: ({ company }) => company,
    next,
    run: (deps, origin, { company: companyId }) => restoreCompany(deps, origin, { companyId }),
    after,
  }),
  /** Sends all that is kept of a company. */
  export_company: act({
    kind: "send",
    who: "company",
    takes: ["company"],
    commands: ["export_company"],
    hint: ({ company }) => company,
    next,
    told: (texts) => texts.admin.company.exporting,
    async run(deps, to, { company: id }) {
      const company = await companyOf(deps, id);
      const sent = company && await sendCompany(deps, to, company);
      return sent === "not_taken" ? to.texts.admin.company.notSent : null;
    },
  }),
  /** Puts a department at another place. */
  place_department: act({
    kind: "press",
    who: "company",
    takes: ["company", "department", "place"],
    commands: ["move_department"],
    hint: ({ company, place }) => `${company} <department> ${place}`,
    next: ({ company, department }) => addressOf("department", [company, department]),
    run: (deps, origin, { company: companyId, department, place }) =>
      placeDepartment(deps, origin, { companyId, department, place }),
    after: (deps, committed, { company }) => showDepartment(deps, company, committed),
  }),
  /** Removes a department. */
  remove_department: act({
    kind: "press",
    who: "company",
    takes: ["company", "department"],
    commands: ["remove_department"],
    hint: ({ company }) => `${company} <department>`,
    from: ({ company, department }) => addressOf("department", [company, department]),
    next: ({ company }) => addressOf("departments", [company]),
    async question(deps, { texts }, about) {
      const found = await departmentOf(deps, about);
      if (!found) return null;
      const { name, id } = found.department;
      return texts.admin.departments.sureRemove(displayName(name, id, 40));
    },
    async run(deps, origin, { company: companyId, department }) {
      const profile = await readOne(deps.kv, keys.profile(origin.actorId));
      const by = { id: origin.actorId, name: profile.value?.name ?? "" };
      return await removeDepartment(deps, origin, { companyId, department, by });
    },
    after,
  }),
} satisfies Partial<Record<ActName, ConsoleAct>>;
