import type { ReactNode } from 'react';
import { ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { useMissingApis } from '../../cluster/use-prerequisites';

/** The page around the form. */
export const FormPage = ({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help: string;
  readonly children: ReactNode;
}) => {
  const missing = useMissingApis();
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader title={title} helpText={help} hideFavoriteButton />
      {missing.length > 0 && (
        <PageSection hasBodyWrapper={false}>
          <MissingApis missing={missing} />
        </PageSection>
      )}
      <PageSection hasBodyWrapper={false} isFilled type="wizard">
        {children}
      </PageSection>
    </>
  );
};
