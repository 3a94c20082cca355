/** The guide from top to bottom; each is the fragment of its section and the name of its messages. */
export const PARTS = ['ethics', 'agendas', 'script', 'practice', 'handout', 'questions'] as const;
