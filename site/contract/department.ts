import { z } from 'zod';
import { departmentCode } from './codes.ts';

/** 部门 / 发布机构: the body a document comes from. */
export const departmentSchema = z.object({
  code: departmentCode,
  name: z.string().min(1),
  /** `government`: the city government itself; `department`: a city department; `county`: a county, district or county-level city. */
  kind: z.enum(['government', 'department', 'county']),
  /** What it does, plain text, paragraphs parted by a newline. */
  duties: z.string(),
  address: z.string(),
  phone: z.string(),
  officeHours: z.string(),
  leaders: z.array(z.object({ name: z.string().min(1), title: z.string().min(1), duties: z.string() })),
  position: z.int(),
});

export type Department = z.output<typeof departmentSchema>;
export type DepartmentInput = z.input<typeof departmentSchema>;
