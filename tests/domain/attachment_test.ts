import { assert, assertEquals } from "@std/assert";
import { Attachment, FILE_KINDS } from "../../src/domain/attachment.ts";

const PHOTO = { kind: "photo", fileId: "AgACAgI", size: 1024, name: null } as const;

Deno.test("a file of every kind is kept with its id, and with size and name where it has them", () => {
  for (const kind of FILE_KINDS) {
    for (const file of [PHOTO, { ...PHOTO, size: null }, { ...PHOTO, name: "brakes.pdf" }]) {
      assertEquals<unknown>(Attachment.parse({ ...file, kind, more: 1 }), { ...file, kind });
    }
  }
});

Deno.test("a place is kept in degrees, to the ends of the map", () => {
  for (const [latitude, longitude] of [[0, 0], [90, 180], [-90, -180], [41.311, 69.279]]) {
    const place = { kind: "location", latitude, longitude };
    assertEquals<unknown>(Attachment.parse({ ...place, more: 1 }), place);
  }
});

Deno.test("what is neither a file nor a place is not kept", () => {
  const wrong: unknown[] = [
    { ...PHOTO, kind: "sticker" },
    { ...PHOTO, fileId: "" },
    { ...PHOTO, fileId: "x".repeat(401) },
    { ...PHOTO, name: "x".repeat(201) },
    { ...PHOTO, size: 1.5 },
    { kind: "photo", fileId: "AgACAgI" },
    { kind: "location", latitude: 90.1, longitude: 0 },
    { kind: "location", latitude: 0, longitude: -180.1 },
    { kind: "location", latitude: 0 },
    null,
  ];
  for (const value of wrong) {
    assert(!Attachment.safeParse(value).success, JSON.stringify(value));
  }
});
