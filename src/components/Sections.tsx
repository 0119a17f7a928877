import type { ReactNode } from 'react';
import { Flex } from '@patternfly/react-core';

/** The sections of a page, each a `FlexItem`: more room lies between them than inside of them. */
export const Sections = ({ children }: { readonly children: ReactNode }) => (
  <Flex
    direction={{ default: 'column' }}
    alignItems={{ default: 'alignItemsStretch' }}
    flexWrap={{ default: 'nowrap' }}
    gap={{ default: 'gapXl' }}
  >
    {children}
  </Flex>
);
