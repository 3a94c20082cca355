export type { Palette } from './palette';
export { threadsConfig, type ThreadRow, type ThreadsModel } from './threads';
export { overallThread, dimensionThreads, pairedThread } from './profile';
export { drawThread, type ThreadShape } from './thread';
export { barsConfig, type BarsModel } from './bars';
export { groupConfig, groupThreads, type GroupStringModel } from './group';
