import { consoleListChecks } from './console-list';
import { contractChecks } from './contract';
import { expectedOutputChecks, updateExpectedOutput } from './expected-output';
import { refusalChecks } from './refused-values';
import { reportNoChecks, runChecks } from './checks';
import { pathOf } from './tools';
import { userRoleChecks } from './user-roles';

/** Tests the chart; `--update` keeps what it renders now as what is expected. */
const main = async (): Promise<void> => {
  pathOf('helm');
  if (process.argv.includes('--update')) await updateExpectedOutput();
  await runChecks([
    ...contractChecks,
    ...expectedOutputChecks(),
    ...refusalChecks,
    ...userRoleChecks,
    ...consoleListChecks,
  ]);
};

main().catch(reportNoChecks);
