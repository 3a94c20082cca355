import { withCheck, type OwnScene } from '../../../src/lib/own-scenes';
import { ownScene } from '../../support/own-scenes';

/** Scenes of another trade, as a trainer writes them in an evening: with rungs, with some, and without. */

const REFERRAL = ownScene('own-referral', {
	title: 'The colleague who refers',
	who: 'an orthodontist two streets away',
	stem: 'Dr. Okafor, an orthodontist two streets away, has sent you five patients this year. A patient asks you whom to see about braces. Another practice would suit her better. Nothing was ever agreed.',
	rungs: [3, 0, 4, 1, 2],
	options: [
		'Name the practice that suits her, and tell Dr. Okafor why when we meet.',
		'Send her to Dr. Okafor, so that the next five patients come too.',
		'Name the practice that suits her, and think no more about it.',
		'Send her to Dr. Okafor this time, because five are owed for.',
		'Give her both names, and say that one of them sends me patients.'
	],
	discussion: 'What would the patient want to know?'
});
const REFERRAL_IN_SPANISH = {
	...(REFERRAL.words.en as NonNullable<OwnScene['words']['en']>),
	title: 'La colega que deriva',
	who: 'una ortodoncista a dos calles',
	stem: 'La doctora Okafor, una ortodoncista a dos calles, te ha enviado cinco pacientes este año. Una paciente te pregunta a quién acudir. Otra consulta le conviene más. Nunca se acordó nada.',
	options: [
		'Nombrar la otra.',
		'Enviarla con ella.',
		'Nombrar la otra y ya.',
		'Esta vez, con ella.',
		'Dar ambos nombres.'
	].map((text) => ({ text, gives: '', costs: '' })),
	discussion: '¿Qué querría saber la paciente?'
};

const SAMPLES = ownScene('own-samples', {
	title: 'The box of samples',
	who: 'a sales representative',
	stem: 'Lena, a sales representative, leaves a box of filling material “to try” and asks whether you will order. It is good. It costs more than what you use.',
	rungs: [4, 1, 2],
	options: [
		'Order what the work needs, and send the box back if it is not that.',
		'Order a little, because the box was free.',
		'Say what it would have to cost for me to change.'
	]
});

/** It asks for an opinion. */
const GIFT = ownScene('own-gift', {
	title: 'The bottle on the counter',
	stem: 'A patient leaves a bottle of wine on the counter at every visit.',
	question: 'What should a practice do?',
	options: ['Thank him, and share it.', 'Thank him, and ask him to stop.', 'Have a rule on the wall.']
});

const WEEKEND = ownScene('own-weekend', {
	language: 'ar',
	title: 'موعد يوم الجمعة',
	who: 'جار قديم',
	stem: 'يتصل بك سامر، وهو جار قديم، مساء الجمعة: ألم في ضرسه. أصلح لك سيارتك مرة بلا أجر. ولم يتفق أحد على شيء.',
	rungs: [0, 4],
	options: ['أفتح العيادة لأن السيارة دين علي.', 'أفتح العيادة لأن ضرسه يؤلمه.']
});

/** The first was sorted by a colleague. */
export const DENTAL_SCENES: readonly OwnScene[] = [
	withCheck(
		{ ...REFERRAL, words: { ...REFERRAL.words, es: REFERRAL_IN_SPANISH } },
		'en',
		[3, 0, 4, 1, 2],
		'k3v9w2m8d4qx'
	),
	SAMPLES,
	GIFT,
	WEEKEND
];
