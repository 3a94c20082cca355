export * from './card';
export { loadContent } from './content';
export { saidGuess, saidGuesses } from './guesses';
export { headlineOf, senseOf } from './headline';
export { saidMoved } from './moved';
export * from './preview';
export { saidShift } from './shift';
export { endSlideNames, slideNamesOf, slidesOf, type NamedSlide, type SlideName } from './slides';
export { hangsAtKnot, saidDimensions, saidString } from './spread';
