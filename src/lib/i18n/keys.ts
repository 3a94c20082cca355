import type ending from './messages/en/ending.json';
import type home from './messages/en/home.json';
import type paper from './messages/en/paper.json';
import type privacy from './messages/en/privacy.json';
import type quiz from './messages/en/quiz.json';
import type result from './messages/en/result.json';
import type scoring from './messages/en/scoring.json';
import type share from './messages/en/share.json';
import type site from './messages/en/site.json';
import type terms from './messages/en/terms.json';
import type host from './messages/en/host.json';
import type participant from './messages/en/participant.json';
import type refusal from './messages/en/refusal.json';
import type report from './messages/en/report.json';
import type group from './messages/en/group.json';
import type scenes from './messages/en/scenes.json';
import type workshops from './messages/en/workshops.json';
import type guide from './messages/en/guide.json';

type Messages = {
	site: typeof site;
	terms: typeof terms;
	home: typeof home;
	quiz: typeof quiz;
	ending: typeof ending;
	result: typeof result;
	share: typeof share;
	scoring: typeof scoring;
	paper: typeof paper;
	scenes: typeof scenes;
	workshops: typeof workshops;
	guide: typeof guide;
	host: typeof host;
	group: typeof group;
	participant: typeof participant;
	refusal: typeof refusal;
	report: typeof report;
	privacy: typeof privacy;
};

export type Area = keyof Messages;

type Leaves<Tree> = {
	[Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

export type MessageKey = Leaves<Messages>;
