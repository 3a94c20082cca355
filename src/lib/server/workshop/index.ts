export { workshops, hub } from '../house';
export { Refusal, REFUSALS, type RefusalReason } from './refusal';
export { isSecret, makeSecret } from './secrets';
export type { HostAction } from './stepping';
export { Workshops } from './workshops';
export {
	answering,
	codeIn,
	forgetSecret,
	keepSecret,
	loading,
	readBody,
	secretOf,
	type SecretKind
} from './requests';
