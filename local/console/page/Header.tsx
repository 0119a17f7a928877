import {
  Button,
  Dropdown,
  DropdownItem,
  DropdownList,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  MenuToggle,
  PageToggleButton,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
  Tooltip,
} from '@patternfly/react-core';
import { BarsIcon, MoonIcon, SunIcon, UploadIcon } from '@patternfly/react-icons';
import { useState, type FC } from 'react';
import { Link } from 'react-router';
import { PushImage } from './PushImage';
import { applyTheme, currentTheme } from './theme';

/** The cookie by which the server knows as whom to act. */
const userCookie = 'local-console-user';

const actAs = (user: string): void => {
  document.cookie = `${userCookie}=${encodeURIComponent(user)}; path=/; SameSite=Strict`;
  window.location.reload();
};

const UserMenu: FC = () => {
  const { users, user } = window.SERVER_FLAGS;
  const [isOpen, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setOpen}
      onSelect={(_, name) => actAs(String(name))}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={isOpen}
          isDisabled={users.length < 2}
          onClick={() => setOpen(!isOpen)}
          aria-label={`User: ${user}`}
        >
          {user}
        </MenuToggle>
      )}
    >
      <DropdownList aria-label="Act as">
        {users.map((name) => (
          <DropdownItem key={name} value={name} isSelected={name === user}>
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
};

const ThemeButton: FC = () => {
  const [theme, setTheme] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = `Switch to the ${other} theme`;
  return (
    <Tooltip content={label}>
      <Button
        variant="plain"
        aria-label={label}
        icon={theme === 'dark' ? <SunIcon /> : <MoonIcon />}
        onClick={() => {
          applyTheme(other);
          setTheme(other);
        }}
      />
    </Tooltip>
  );
};

const PushButton: FC = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip content="Part of the local console, not of the plugin: acts as the registry would.">
        <Button variant="secondary" icon={<UploadIcon />} onClick={() => setOpen(true)}>
          Push an image
        </Button>
      </Tooltip>
      {isOpen && <PushImage onClose={() => setOpen(false)} />}
    </>
  );
};

/** The masthead: what is of the local console itself and not of the plugin. */
export const Header: FC<{ onToggleSidebar: () => void; isSidebarOpen: boolean }> = (props) => {
  const { canPush, cluster } = window.SERVER_FLAGS;
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            variant="plain"
            aria-label="Global navigation"
            isSidebarOpen={props.isSidebarOpen}
            onSidebarToggle={props.onToggleSidebar}
          >
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
        <MastheadBrand>
          <MastheadLogo
            className="local-console-logo"
            component={(logo) => <Link {...logo} to="/" />}
          >
            Local console
          </MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isFullHeight isStatic>
          <ToolbarContent>
            <ToolbarGroup
              align={{ default: 'alignEnd' }}
              alignItems="center"
              columnGap={{ default: 'columnGapMd' }}
            >
              <ToolbarItem alignSelf="center" visibility={{ default: 'hidden', lg: 'visible' }}>
                <span className="local-console-cluster">{cluster}</span>
              </ToolbarItem>
              {canPush && (
                <ToolbarItem>
                  <PushButton />
                </ToolbarItem>
              )}
              <ToolbarItem>
                <ThemeButton />
              </ToolbarItem>
              <ToolbarItem>
                <UserMenu />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
};
