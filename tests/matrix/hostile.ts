/** What nobody's id, page, setting or choice can be. */

/** By what is wrong with it. */
export const HOSTILE: Record<string, string> = {
  "SQL": "ACME-1;DROP TABLE incident--",
  "SQL in quotes": "1'OR'1'='1",
  "markup": "<b>ACME-1</b>",
  "a script": "<script>alert(1)</script>",
  "a control character": "ACME-1\u0007",
  "a zero": "ACME-1\u0000",
  "right to left": "\u202eACME-1",
  "nothing to see": "\u200bACME-1",
  "a look-alike": "АСМЕ-1",
  "full width": "ＡＣＭＥ-１",
  "another hyphen": "ACME‐1",
  "other digits": "ACME-١",
  "100 characters": "A".repeat(100),
  "beyond 2^53": "9007199254740993",
  "far beyond 2^53": "9".repeat(40),
  "an id beyond 2^53": "ACME-9007199254740993",
  "negative": "-1",
  "minus zero": "-0",
  "an exponent": "1e3",
  "hexadecimal": "0x10",
  "a fraction": "1.5",
  "not a number": "NaN",
  "a prototype": "__proto__",
  "a constructor": "constructor",
  "an object's method": "hasOwnProperty",
  "a path": "../ACME-1",
  "half a character": "\ud800",
  "JSON": '{"id":"ACME-1"}',
};

/** What is another company's. */
export const ELSEWHERE = ["ZETA-1", "zeta-1", "ZETA-2", "ZETA", "NOPE-1"] as const;
