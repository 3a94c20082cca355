export { readBody, readForm } from './body';
export { forgetSecret, keepSecret, secretOf } from './cookies';
export { eventStream } from './event-stream';
export { addressOf, asAnybody, asHost, asSeat, codeIn } from './guards';
export { preferredLanguage } from './preferred-language';
export { loadPage, refusalOf, respond } from './respond';
