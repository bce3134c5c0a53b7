/**
 * `deno doc --lint` over all of `src`. Types of dependencies count as private there and can't be made
 * public here, so complaints about those are left out; every other complaint fails.
 */

const sources = await collect("src");
const command = new Deno.Command(Deno.execPath(), {
  args: ["doc", "--lint", "main.ts", ...sources],
  env: { NO_COLOR: "1" },
  stderr: "piped",
  stdout: "null",
});
const { code, stderr } = await command.output();
const complaints = new TextDecoder().decode(stderr).split(/\n(?=error\[)/)
  .filter((block) => block.startsWith("error["));
if (code !== 0 && complaints.length === 0) {
  console.error(new TextDecoder().decode(stderr));
  Deno.exit(code);
}
const own = (await Promise.all(sources.map((path) => Deno.readTextFile(path)))).join("\n");
const serious = complaints.filter((complaint) => {
  const name = /references private type '(\w+)'/.exec(complaint)?.[1];
  return !name ||
    new RegExp(`^(export )?(interface|type|class|const|enum) ${name}\\b`, "m").test(own);
});
for (const complaint of serious) console.error(complaint.trim(), "\n");
console.log(`doc lint: ${sources.length} files, ${serious.length} complaints`);
if (serious.length > 0) Deno.exit(1);

async function collect(directory: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(directory)) {
    const path = `${directory}/${name}`;
    if (isDirectory && name !== "std") found.push(...await collect(path));
    if (name.endsWith(".ts")) found.push(path);
  }
  return found.sort();
}
