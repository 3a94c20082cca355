export { readBody, readForm } from './body';
export { cacheRule } from './caching';
export { forgetSecret, keepSecret, secretOf } from './cookies';
export { eventStream } from './event-stream';
export { addressOf, asAnybody, asHost, asSeat, codeIn } from './guards';
export { escapeMarkup } from './markup';
export { preferredLanguage } from './preferred-language';
export { loadPage, refusalOf, respond } from './respond';
