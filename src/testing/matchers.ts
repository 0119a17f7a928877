/** The matchers for elements (toBeInTheDocument and the like), for every spec of the browser's environment. */
import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A page follows its cluster late: the SDK keeps events back for half a second, and machines are busy.
configure({ asyncUtilTimeout: 5_000 });
