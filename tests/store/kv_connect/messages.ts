/**
 * The messages of KV Connect's data path, read and written field by field.
 *
 * @see https://github.com/denoland/denokv/blob/main/proto/schema/datapath.proto
 */

import { PbfReader, PbfWriter } from "pbf";
import type { Check, Mutation, Range, Stored, Value } from "./table.ts";

const MUTATIONS: Record<number, Mutation["kind"]> = { 1: "set", 2: "delete", 3: "sum" };
const SUCCESS = 1;
const CHECK_FAILURE = 2;

/** The ranges of a `SnapshotRead`. */
export function readSnapshotRead(bytes: Uint8Array): Range[] {
  return repeated(bytes, 1).map((range) => {
    const { 1: start, 2: end, 3: limit = 0, 4: reverse = 0 } = fieldsOf(range);
    return {
      start: bytesOf(start),
      end: bytesOf(end),
      limit: Number(limit),
      reverse: reverse !== 0,
    };
  });
}

/** A `SnapshotReadOutput`. */
export function writeSnapshotReadOutput(ranges: readonly Stored[][]): Uint8Array {
  const output = new PbfWriter();
  for (const entries of ranges) {
    output.writeMessage(1, (_, range) => {
      for (const entry of entries) range.writeMessage(1, writeEntry, entry);
    }, null);
  }
  output.writeBooleanField(4, true);
  output.writeVarintField(8, SUCCESS);
  return output.finish();
}

function writeEntry(entry: Stored, output: PbfWriter): void {
  output.writeBytesField(1, entry.key);
  output.writeBytesField(2, entry.data);
  output.writeVarintField(3, entry.encoding);
  output.writeBytesField(4, entry.versionstamp);
}

/** The checks and mutations of an `AtomicWrite`. */
export function readAtomicWrite(bytes: Uint8Array): { checks: Check[]; mutations: Mutation[] } {
  const checks = repeated(bytes, 1).map((check) => {
    const { 1: key, 2: versionstamp } = fieldsOf(check);
    return { key: bytesOf(key), versionstamp: bytesOf(versionstamp) };
  });
  const mutations = repeated(bytes, 2).map((mutation): Mutation => {
    const { 1: key, 2: value, 3: type } = fieldsOf(mutation);
    const kind = MUTATIONS[Number(type)];
    if (!kind) throw new Error(`Unknown mutation: ${type}`);
    const base = { key: bytesOf(key) };
    return kind === "delete" ? { ...base, kind } : { ...base, kind, value: readValue(value) };
  });
  return { checks, mutations };
}

/** An `AtomicWriteOutput`. */
export function writeAtomicWriteOutput(
  result: { versionstamp: Uint8Array } | number[],
): Uint8Array {
  const output = new PbfWriter();
  if (Array.isArray(result)) {
    output.writeVarintField(1, CHECK_FAILURE);
    output.writePackedVarint(4, result);
  } else {
    output.writeVarintField(1, SUCCESS);
    output.writeBytesField(2, result.versionstamp);
  }
  return output.finish();
}

type Field = Uint8Array | number | undefined;

function readValue(field: Field): Value {
  const { 1: data, 2: encoding } = fieldsOf(bytesOf(field));
  return { data: bytesOf(data), encoding: Number(encoding) };
}

function bytesOf(field: Field): Uint8Array {
  return field instanceof Uint8Array ? field : new Uint8Array();
}

/** The fields of a message by their numbers; of a repeated one the last. */
function fieldsOf(bytes: Uint8Array): Record<number, Field> {
  return new PbfReader(bytes).readFields<Record<number, Field>>((tag, fields, reader) => {
    fields[tag] = readField(reader);
  }, {});
}

/** Every occurrence of a field that is a message. */
function repeated(bytes: Uint8Array, wanted: number): Uint8Array[] {
  return new PbfReader(bytes).readFields<Uint8Array[]>((tag, found, reader) => {
    const field = readField(reader);
    if (tag === wanted) found.push(bytesOf(field));
  }, []);
}

function readField(reader: PbfReader): Field {
  return reader.type === 2 ? reader.readBytes().slice() : reader.readVarint();
}
