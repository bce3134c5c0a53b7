/** The program: reads the environment, registers the crons, serves. */

import { boot, type Program } from "./src/boot.ts";
import { ConfigError } from "./src/config.ts";
import { readEnvironment } from "./src/environment.ts";

function start(): Program {
  try {
    return boot(readEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    Deno.exit(1);
  }
}

const program = start();

Deno.cron("sweep", "* * * * *", program.sweep);
Deno.cron("watch", "* * * * *", program.watch);
Deno.cron("audit", "15 6 * * *", program.audit);
Deno.cron("backup", "5 * * * *", program.backup);
Deno.serve({ port: program.port }, program.handle);
