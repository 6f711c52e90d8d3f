/** Setting that names the folder of a run's templates; the run makes and removes it (`scripts/checks/prepare-cms.ts`). */
export const TEMPLATES = 'GONGKAI_TEST_TEMPLATES';
