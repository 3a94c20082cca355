export { hub, limits, workshops } from '../services';
export { addressOf, guarded, guardedInside } from './guarding';
export { Refusal } from '../refusal';
export { isSecret, makeSecret } from './secrets';
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
