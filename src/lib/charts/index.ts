export type { Palette } from './palette';
export { paintThreadsIn, type ThreadRow, type ThreadsModel } from './threads';
export { threadsConfig } from './threads-config';
export { drawOneThread } from './one-thread';
export { overallThread, dimensionThreads, pairedThread } from './profile';
export { drawThread, type ThreadShape } from './thread';
export { barsConfig, type BarsModel } from './bars';
export { groupConfig, groupThreads, type GroupStringModel } from './group';
