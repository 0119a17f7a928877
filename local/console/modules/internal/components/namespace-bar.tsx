import type { K8sResourceCommon, NamespaceBarProps } from '@openshift-console/dynamic-plugin-sdk';
import { useFlag } from '@openshift-console/dynamic-plugin-sdk/lib/utils/flags';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sWatchResource';
import {
  Divider,
  Menu,
  MenuContainer,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuList,
  MenuSearch,
  MenuSearchInput,
  MenuToggle,
  SearchInput,
} from '@patternfly/react-core';
import { useRef, useState, type FC } from 'react';
import { useNamespaceContext } from '../../../host/ActiveNamespace';
import { canListNamespacesFlag, openShiftFlag } from '../../../host/cluster-flags';
import { allNamespaces } from '../../../host/namespace-route';

const project = { group: 'project.openshift.io', version: 'v1', kind: 'Project' };
const namespace = { version: 'v1', kind: 'Namespace' };

const useNames = (isProject: boolean, active: string): string[] => {
  const [objects] = useK8sWatchResource<K8sResourceCommon[]>({
    groupVersionKind: isProject ? project : namespace,
    isList: true,
  });
  const names = objects.map(({ metadata }) => metadata?.name ?? '');
  const known = active === allNamespaces || names.includes(active) ? names : [...names, active];
  return known.sort((a, b) => a.localeCompare(b));
};

const NamespaceMenu: FC<{
  isProject: boolean;
  active: string;
  onSelect: (name: string) => void;
}> = ({ isProject, active, onSelect }) => {
  const canListAll = useFlag(canListNamespacesFlag);
  const names = useNames(isProject, active);
  const [filter, setFilter] = useState('');
  const word = isProject ? 'project' : 'namespace';
  const title = isProject ? 'Projects' : 'Namespaces';
  const matches = (text: string) => text.toLowerCase().includes(filter.toLowerCase());
  const showsAll = canListAll && matches(`All ${title}`);
  const found = names.filter(matches);
  return (
    <Menu onSelect={(_, id) => onSelect(String(id))} activeItemId={active} isScrollable>
      <MenuContent maxMenuHeight="60vh">
        <MenuSearch>
          <MenuSearchInput>
            <SearchInput
              aria-label={`Select ${word}...`}
              placeholder={`Select ${word}...`}
              value={filter}
              onChange={(_, value) => setFilter(value)}
              onClear={() => setFilter('')}
            />
          </MenuSearchInput>
        </MenuSearch>
        <Divider />
        <MenuGroup label={title}>
          <MenuList>
            {showsAll && (
              <MenuItem itemId={allNamespaces} isSelected={active === allNamespaces}>
                All {title}
              </MenuItem>
            )}
            {found.map((name) => (
              <MenuItem key={name} itemId={name} isSelected={active === name}>
                {name}
              </MenuItem>
            ))}
            {!showsAll && found.length === 0 && <MenuItem isDisabled>No {word} found</MenuItem>}
          </MenuList>
        </MenuGroup>
      </MenuContent>
    </Menu>
  );
};

/** The SDK's NamespaceBar: which project the page shows, and a menu that leads to another one. */
export const NamespaceBar: FC<NamespaceBarProps> = (props) => {
  const isProject = useFlag(openShiftFlag);
  const [active, setActive] = useNamespaceContext();
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const word = isProject ? 'Project' : 'Namespace';
  const select = (name: string) => {
    setOpen(false);
    props.onNamespaceChange?.(name);
    setActive(name);
  };
  return (
    <div className="local-console-namespace-bar" data-test-id="namespace-bar-dropdown">
      <MenuContainer
        menuRef={menu}
        toggleRef={toggle}
        isOpen={isOpen}
        onOpenChange={setOpen}
        menu={
          <div ref={menu}>
            <NamespaceMenu isProject={isProject} active={active} onSelect={select} />
          </div>
        }
        toggle={
          <MenuToggle
            ref={toggle}
            variant="plainText"
            isExpanded={isOpen}
            isDisabled={props.isDisabled}
            onClick={() => setOpen(!isOpen)}
          >
            {word}: {active === allNamespaces ? `All ${word}s` : active}
          </MenuToggle>
        }
      />
      {props.children}
    </div>
  );
};
