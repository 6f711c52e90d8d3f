export { findBrowser, openBrowser, type BrowserProgram } from './open-browser.ts';
