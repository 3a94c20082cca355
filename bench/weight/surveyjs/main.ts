import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import { renderSurvey } from 'survey-js-ui';

/** Put here by the build: the survey that our scenes make. */
declare const SURVEY: object;

const element = document.getElementById('survey');
if (element) renderSurvey(new Model(SURVEY), element);
