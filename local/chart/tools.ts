import { builtProgram } from '../go/programs';
import type { GoModule } from '../go/programs';

export type Tool = 'helm' | 'kubectl';

const chartTools: GoModule<Tool> = {
  name: 'chart',
  folder: __dirname,
  sources: ['kubectl/main.go'],
  packages: { helm: 'helm.sh/helm/v4/cmd/helm', kubectl: './kubectl' },
};

/**
 * The path of a tool, which is built where it is not yet.
 * @throws Error where Go is missing, or where it cannot build it
 */
export const pathOf = (tool: Tool): string => builtProgram(chartTools, tool);
