import type { ListPageHeaderProps } from '@openshift-console/dynamic-plugin-sdk';
import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';
import type { FC } from 'react';

const ListPageHeader: FC<ListPageHeaderProps> = (props) => {
  const { title, children, badge, helpText, helpAlert } = props;
  return (
    <PageSection hasBodyWrapper={false} data-test="page-heading">
      <Flex
        justifyContent={{ default: 'justifyContentSpaceBetween' }}
        alignItems={{ default: 'alignItemsFlexStart' }}
        columnGap={{ default: 'columnGapLg' }}
      >
        <FlexItem>
          <Flex
            spaceItems={{ default: 'spaceItemsSm' }}
            alignItems={{ default: 'alignItemsCenter' }}
          >
            <Title headingLevel="h1">{title}</Title>
            {badge}
          </Flex>
          {helpText !== undefined && <Content component="p">{helpText}</Content>}
        </FlexItem>
        {children !== undefined && <FlexItem>{children}</FlexItem>}
      </Flex>
      {helpAlert}
    </PageSection>
  );
};

export default ListPageHeader;
