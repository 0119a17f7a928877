import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  LabelGroup,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { FC, PropsWithChildren } from 'react';
import { stringify } from 'yaml';
import { listAt, objectAt, stringAt } from '../host/json';
import { AsyncCodeEditor } from '../modules/internal/components/AsyncCodeEditor';
import Timestamp from '../modules/shared/src/components/datetime/Timestamp';

interface ResourceProps {
  obj?: K8sResourceCommon;
}

const Fact: FC<PropsWithChildren<{ term: string }>> = ({ term, children }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);

const Pairs: FC<{ of?: Record<string, string> }> = ({ of = {} }) =>
  Object.keys(of).length === 0 ? (
    'None'
  ) : (
    <LabelGroup numLabels={20}>
      {Object.entries(of).map(([key, value]) => (
        <Label key={key} textMaxWidth="60ch">
          {value === '' ? key : `${key}=${value}`}
        </Label>
      ))}
    </LabelGroup>
  );

const Conditions: FC<{ conditions: readonly unknown[] }> = ({ conditions }) => (
  <>
    <Title headingLevel="h2">Conditions</Title>
    <Table variant="compact" aria-label="Conditions">
      <Thead>
        <Tr>
          {['Type', 'Status', 'Reason', 'Message'].map((title) => (
            <Th key={title}>{title}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {conditions.map((condition) => (
          <Tr key={stringAt(condition, 'type')}>
            {['type', 'status', 'reason', 'message'].map((key) => (
              <Td key={key}>{stringAt(condition, key)}</Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  </>
);

/** Tab "Details": metadata and conditions. */
export const ResourceFacts: FC<ResourceProps> = ({ obj }) => {
  const conditions = listAt(objectAt(obj, 'status'), 'conditions');
  return (
    <PageSection hasBodyWrapper={false}>
      <DescriptionList>
        <Fact term="Name">{obj?.metadata?.name}</Fact>
        {obj?.metadata?.namespace !== undefined && (
          <Fact term="Namespace">{obj.metadata.namespace}</Fact>
        )}
        <Fact term="Labels">
          <Pairs of={obj?.metadata?.labels} />
        </Fact>
        <Fact term="Annotations">
          <Pairs of={obj?.metadata?.annotations} />
        </Fact>
        <Fact term="Created at">
          <Timestamp timestamp={obj?.metadata?.creationTimestamp} />
        </Fact>
      </DescriptionList>
      {conditions.length > 0 && <Conditions conditions={conditions} />}
    </PageSection>
  );
};

/** Tab "YAML", to read only. */
export const ResourceYaml: FC<ResourceProps> = ({ obj }) => (
  <PageSection hasBodyWrapper={false}>
    <AsyncCodeEditor value={stringify(obj)} isReadOnly />
  </PageSection>
);
