/** The stories that there are, and where new ones go. */

import { Story } from "./step.ts";

/** The stories of a folder. */
export interface Library {
  stories(): readonly { id: string; story: Story }[];
  /** Keeps a story, where stories are kept. */
  save(story: Story, text: string): Promise<void>;
}

/** The stories that come with the playground. */
export const STORIES: URL = new URL("stories/", import.meta.url);

/** Reads the stories of a folder and, when new ones are kept, those of that folder too. */
export async function openLibrary(saveTo: string | null = null): Promise<Library> {
  const stories = await storiesIn(STORIES);
  if (saveTo !== null) await Deno.mkdir(saveTo, { recursive: true });
  return {
    stories: () => stories,
    async save(story, text) {
      if (saveTo === null) return;
      const id = slugOf(story.name);
      await Deno.writeTextFile(`${saveTo}/${id}.json`, text);
      const at = stories.findIndex((each) => each.id === id);
      stories.splice(at < 0 ? stories.length : at, at < 0 ? 0 : 1, { id, story });
    },
  };
}

/** Every story of a folder and of those in it, by file name. */
export async function storiesIn(folder: URL): Promise<{ id: string; story: Story }[]> {
  const found: { id: string; story: Story }[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) found.push(...await storiesIn(new URL(`${name}/`, folder)));
    if (!name.endsWith(".json")) continue;
    const text = await Deno.readTextFile(new URL(name, folder));
    found.push({ id: name.slice(0, -".json".length), story: Story.parse(JSON.parse(text)) });
  }
  return found.sort((a, b) => a.id.localeCompare(b.id));
}

/** A name as a file's. */
export function slugOf(name: string): string {
  const slug = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return slug.replace(/^-+|-+$/g, "").slice(0, 60) || "story";
}
