export * from './locales';
export * from './load';
export * from './context';
export { I18n, type MessageValues } from './i18n';
export type { MessageKey } from './keys';
