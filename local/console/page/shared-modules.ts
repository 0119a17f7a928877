import * as consoleSdk from '@openshift-console/dynamic-plugin-sdk';
import * as pluginSdk from '@openshift/dynamic-plugin-sdk';
import * as topology from '@patternfly/react-topology';
import { patternFlyModules } from 'virtual:patternfly-modules';
import * as react from 'react';
import * as i18n from 'react-i18next';
import * as reactRedux from 'react-redux';
import * as router from 'react-router';
import * as redux from 'redux';
import * as thunk from 'redux-thunk';

/** The modules that the console shares with its plugins, without those that it deprecates. */
export const sharedModules: Readonly<Record<string, unknown>> = {
  '@openshift-console/dynamic-plugin-sdk': consoleSdk,
  '@openshift/dynamic-plugin-sdk': pluginSdk,
  '@patternfly/react-topology': topology,
  react,
  'react-i18next': i18n,
  'react-redux': reactRedux,
  'react-router': router,
  redux,
  'redux-thunk': thunk,
  ...patternFlyModules,
};
