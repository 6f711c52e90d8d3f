import { Layouts, Page } from '@strapi/admin/strapi-admin';
import { Box, Main, Tabs } from '@strapi/design-system';
import { CalendarTab } from '../settings/calendar-tab';
import { PromisesTab } from '../settings/promises-tab';
import { TemplatesTab } from '../settings/templates-tab';

const TABS = [
  ['calendar', '工作日历', CalendarTab],
  ['promises', '承诺', PromisesTab],
  ['templates', '文稿模板', TemplatesTab],
] as const;

/** 办公设置: what the office's counting and writing rest on. */
const SettingsPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::office.read', subject: null }]}>
    <Main>
      <Page.Title>办公设置</Page.Title>
      <Layouts.Header title="办公设置" subtitle="工作日历、承诺、文稿模板" />
      <Layouts.Content>
        <Tabs.Root defaultValue="calendar">
          <Tabs.List aria-label="办公设置">
            {TABS.map(([value, label]) => (
              <Tabs.Trigger key={value} value={value}>
                {label}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {TABS.map(([value, , Tab]) => (
            <Tabs.Content key={value} value={value}>
              <Box background="neutral100" paddingTop={5}>
                <Tab />
              </Box>
            </Tabs.Content>
          ))}
        </Tabs.Root>
      </Layouts.Content>
    </Main>
  </Page.Protect>
);

export default SettingsPage;
