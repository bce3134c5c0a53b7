/** Counts work under way, so that a test can wait until there is none. */
export interface Activity {
  begin(): void;
  end(): void;
  /** Resolves once nothing has been under way for a turn of the event loop. */
  idle(): Promise<void>;
}

export function countActivity(): Activity {
  let underWay = 0;
  const waiting: (() => void)[] = [];
  return {
    begin: () => void underWay++,
    end: () => {
      underWay--;
      if (underWay === 0) waiting.splice(0).forEach((resolve) => resolve());
    },
    async idle() {
      await turn();
      while (underWay > 0) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        await turn();
      }
    },
  };
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
