export { findCode } from './find-code';
export { decode, encode, type Decoded, type DecodeFault } from './code';
export { CODE_LENGTH, MAX_CODE_LENGTH } from './seal';
