import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const quietMs = 400;
/** Of the processor's time, in ticks of 10 ms: what a program does that waits. */
const mostQuietTicks = 2;

/** What a process needs of the machine (Linux, proc(5)). */
export class ProcessUse {
  constructor(private readonly pid: number) {}

  /** From now on, `peakMebibytes` is of what comes. */
  resetPeak(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
  }

  /** The most memory that was resident. */
  peakMebibytes(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }

  /** User and system time, in hundredths of a second. */
  ticks(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  }
}

/** Waits until processes have done nothing for a while; answers since when. */
export const untilQuiet = async (
  processes: readonly ProcessUse[],
  patienceMs: number,
): Promise<number> => {
  const ticksOfAll = () => processes.reduce((sum, one) => sum + one.ticks(), 0);
  const deadline = Date.now() + patienceMs;
  let quietSince = Date.now();
  for (let before = ticksOfAll(); ;) {
    await setTimeout(quietMs);
    const now = ticksOfAll();
    if (now - before <= mostQuietTicks || Date.now() > deadline) return quietSince;
    before = now;
    quietSince = Date.now();
  }
};
