export { findBrowser, FOR_SHORT_VISITS, openBrowser, type BrowserProgram } from './open-browser.ts';
