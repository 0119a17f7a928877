import type { Page } from '@playwright/test';
import type { ApiClient } from '../scenarios/api-client';
import type { FleetSize } from './fleet';
import type { Series } from './report';

/** What the harness hands to a measurement. */
export interface Bench {
  /** A page of the browser with the probe in it, logged in as the admin. */
  readonly page: Page;
  /** Of a cluster without a fleet yet. */
  readonly client: ApiClient;
  readonly size: FleetSize;
  readonly runs: number;
  /** Runs before those that count. */
  readonly warmUps: number;
  /** For how long pushes arrive, where a measurement lets them. */
  readonly liveSeconds: number;
  /** Prints lines of the report, as soon as they are known. */
  readonly print: (series: readonly Series[]) => void;
}

/** One thing that is measured: its lines of the report. */
export interface Measurement {
  readonly title: string;
  /** The file in `page` of what runs inside the page under measurement. */
  readonly probe: string;
  /** Of the fleet, where nothing else is asked for. */
  readonly size: FleetSize;
  readonly measure: (bench: Bench) => Promise<void>;
}
