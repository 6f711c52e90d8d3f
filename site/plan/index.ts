export * from './addresses.ts';
export * from './machine-readable.ts';
export { fileStands, planFor, planOfEverything, type Plan } from './plan.ts';
export { reachOfColumn, reachOfDepartment, reachOfDocument, reachOfWithdrawal, type Touch } from './reach.ts';
export * from './rooms.ts';
export { pathsOfRoutes, type DynamicRoute, type RouteParams, type RoutePaths } from './routes.ts';
export { hasShelves, SHELF_LENGTH, SHELF_NAMES, shelfFile, type ShelfAddress, type ShelfName } from './shelves.ts';
export { themeCode } from './themes.ts';
export type { Placed, PlanState } from './state.ts';
