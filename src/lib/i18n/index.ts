export { DEFAULT_LANGUAGE } from '../languages';
export * from './locales';
export * from './load';
export * from './context';
export { I18n, type MessageValues } from './i18n';
export type { Area, MessageKey } from './keys';
