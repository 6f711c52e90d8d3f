import { cityDepartments } from './departments/city.ts';
import { counties } from './departments/counties.ts';
import { government } from './departments/government.ts';
import type { DemonstrationDepartment } from './types.ts';

/** The city government, its departments, and the seven counties and districts, in the order of the directory. */
export const departments: DemonstrationDepartment[] = [...government, ...cityDepartments, ...counties].map(
  (department, index) => ({
    ...department,
    position: index + 1,
  }),
);
