import type { Page } from '@playwright/test';
import type { FleetSize } from './fleet';
import type { Series } from './report';

/** What the harness hands to a measurement. */
export interface Bench {
  /** A page of the browser with the probe in it, logged in as the admin. */
  readonly page: Page;
  readonly size: FleetSize;
  readonly runs: number;
  /** Runs before those that count. */
  readonly warmUps: number;
}

/** One thing that is measured: its lines of the report. */
export interface Measurement {
  readonly title: string;
  readonly measure: (bench: Bench) => Promise<readonly Series[]>;
}
