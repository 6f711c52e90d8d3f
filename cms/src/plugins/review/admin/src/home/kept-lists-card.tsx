import { useAuth } from '@strapi/admin/strapi-admin';
import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { Card, Line } from './card';

interface Kept {
  to: string;
  name: string;
  what: string;
  action: string;
  subject?: string;
}

const EDITS = 'plugin::content-manager.explorer.update';

/** Lists that somebody keeps, by the permission that opens them. */
const KEPT: Kept[] = [
  { to: '/plugins/review/columns', name: '栏目', what: '名称、类型、顺序和更新时限', action: EDITS, subject: 'api::column.column' },
  { to: '/plugins/review/departments', name: '部门', what: '发布信息的部门及其职责、地址、电话', action: EDITS, subject: 'api::department.department' },
  { to: '/plugins/review/staff', name: '所属部门', what: '每位信息上传员可以为哪些部门上传', action: EDITS, subject: 'api::staff-profile.staff-profile' },
  { to: '/settings/users', name: '账号', what: '工作人员的账号和角色', action: 'admin::users.read' },
  { to: '/settings/roles', name: '角色', what: '每个角色可以办什么', action: 'admin::roles.read' },
  { to: '/plugins/review/audit', name: '审计', what: '谁在什么时候办了什么，记录有没有被改动', action: 'plugin::review.audit' },
];

/** 我维护的: what those who keep lists and accounts begin with; nothing for everybody else. */
export const KeptListsCard = () => {
  const permissions = useAuth('KeptListsCard', (state) => state.permissions);
  const kept = KEPT.filter(({ action, subject }) => permissions.some((held) => held.action === action && (!subject || held.subject === subject)));
  if (kept.length === 0) return null;
  return (
    <Card id="kept" title="常用">
      <Box tag="ul">
        {kept.map(({ to, name, what }) => (
          <Line key={to}>
            <Box>
              <Link tag={NavLink} to={to}>
                {name}
              </Link>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {what}
              </Typography>
            </Box>
          </Line>
        ))}
      </Box>
    </Card>
  );
};
