/** Where a button of the console leads: a page, or something that is done. */

import { buttonData } from "../callback_data.ts";
import type { Button } from "../message.ts";

/** The pages. Each stands once in the console's table, which says what it shows and to whom. */
export const PAGE_NAMES = [
  "home",
  "company",
  "departments",
  "department",
  "members",
  "member",
  "people",
  "person",
  "memberships",
  "policy",
  "setting",
  "calendar",
  "holidays",
  "language",
  "retention",
  "shorten",
  "waiting",
  "request",
  "attach",
  "groups",
  "group",
  "move",
  "delete",
  "export",
] as const;

/** What is done. Each stands once in the console's table, too. */
export const ACT_NAMES = [
  "add_company",
  "add_department",
  "rename_company",
  "archive",
  "restore",
  "export_company",
  "rename_department",
  "place_department",
  "remove_department",
  "default_department",
  "restrict",
  "add_people",
  "add_members",
  "give",
  "take",
  "join",
  "end_membership",
  "shift",
  "no_shift",
  "set_policy",
  "policy_to",
  "hours",
  "always",
  "time_zone",
  "add_holidays",
  "drop_holiday",
  "speak",
  "keep",
  "keep_number",
  "keep_for_ever",
  "keep_less",
  "detach",
  "attach_again",
  "move_group",
  "attach_to",
  "create_for",
  "reject",
  "block",
] as const;

/** The name of a page. */
export type PageName = typeof PAGE_NAMES[number];

/** The name of something that is done. */
export type ActName = typeof ACT_NAMES[number];

/** Asks first whether something is meant; what it is follows. */
export const SURE = "sure";

/** What a page or an act is about, in the order in which it takes that. */
export type AddressArgs = readonly (string | number)[];

/** A page with what it is about. */
export interface Address {
  /** Its name. */
  page: PageName;
  /** What it is about. */
  args: AddressArgs;
  /** Which of its pages, from 0. */
  n: number;
}

/** The address of a page. */
export function addressOf(page: PageName, args: AddressArgs = [], n = 0): Address {
  return { page, args, n };
}

/** Callback data that leads to a page, or does something. */
export function consoleData(name: PageName | ActName, args: AddressArgs = [], n = 0): string {
  return buttonData("a", name, ...args, n);
}

/** Callback data that asks first whether something is meant. */
export function sureData(name: ActName, args: AddressArgs, n = 0): string {
  return buttonData("a", SURE, name, ...args, n);
}

/** A button that leads to a page, or does something. */
export function consoleButton(
  text: string,
  name: PageName | ActName,
  args: AddressArgs = [],
  n = 0,
): Button {
  return { text, data: consoleData(name, args, n) };
}

/** A button that asks first whether it is meant. */
export function sureButton(text: string, name: ActName, args: AddressArgs, n = 0): Button {
  return { text, data: sureData(name, args, n), style: "danger" };
}
