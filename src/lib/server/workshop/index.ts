export { hub, limits, workshops } from '../services';
export { addressOf, guarded, guardedInside } from './guarding';
export { Refusal, REFUSALS, type RefusalReason } from './refusal';
export { isSecret, makeSecret } from './secrets';
export type { HostAction } from './stepping';
export { Workshops, type Opened } from './workshops';
export {
	answering,
	codeIn,
	forgetSecret,
	keepSecret,
	loading,
	readBody,
	refusalOf,
	secretOf,
	type SecretKind
} from './requests';
