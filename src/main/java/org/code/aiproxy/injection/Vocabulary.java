package org.code.aiproxy.injection;

/**
 * Words that instructions to a grader are made of, as alternatives of a regular expression over
 * {@link Wording}: without accents, in lower case. English first, then Spanish, French, German,
 * Portuguese and Italian.
 */
final class Vocabulary {

    /** Up to so many words between two that belong together. */
    static String words(int most) {
        return "(?:\\w{1,30}+ ){0," + most + "}";
    }

    /** To act as if something were not there. */
    static final String OVERRIDE =
            or(
                    "ignor(?:e|es|ing|a|ar|ad|en|ez|er|iere|ieren|are|i)",
                    "disregard(?:ing)?",
                    "overrid(?:e|es|ing)|overwrite|reset",
                    "overrule",
                    "bypass",
                    "circumvent",
                    "supersede",
                    "neglect",
                    "omite|omitir|olvid(?:a|e|ar|en|ate)|descarta",
                    "oubli(?:e|ez|er)",
                    "vergiss|vergesst|vergessen|missachte",
                    "esqueca|esquece|desconsidere?",
                    "dimentica(?:re)?");

    /** What a grader goes by, however it is called. */
    static final String RULES =
            or(
                    "rubrics?",
                    "instructions?",
                    "prompts?",
                    "guidelines?",
                    "criteri(?:a|on)",
                    "directives?",
                    "grading",
                    "(?:your|previous|prior|all|these|those|other|initial|original|earlier)"
                            + " (?:rules|orders|directions|commands|policy|policies|training"
                            + "|context)",
                    "rubricas?|instrucciones|indicaciones|criterios|reglas",
                    "consignes|criteres|bareme",
                    "anweisung(?:en)?|bewertung(?:skriterien|sraster)?|kriterien",
                    "instrucoes|regras",
                    "istruzioni|criteri|regole");

    /** What only a grader goes by; a game has instructions too. */
    static final String GRADING_RULES =
            or(
                    "rubrics?",
                    "criteri(?:a|on)",
                    "grading",
                    "guidelines",
                    "system prompt",
                    "(?:your|previous|prior|earlier|original) (?:instructions?|prompt|training)",
                    "instructions? (?:above|before|given)");

    /** To pass a judgement. */
    static final String GIVE =
            or(
                    "giv(?:e|es|ing)|grant|award|assign|mark|grade|rate|label|classify",
                    "return|output|respond|answer|reply|report|write|print|say|state",
                    "choose|select|pick|set|treat|consider|deem|declare|conclude|count",
                    "evaluate|assess|judge|deserv(?:e|es|ing)|merits|earns?|gets?|receives?",
                    "(?:should|must|has to|needs to|to) (?:be|get|receive|earn|have)",
                    "dame|dale|danos|pon|ponme|ponle|otorga|asigna|califica|merece",
                    "donne|donnez|mets|mettez|attribue|attribuez|merite",
                    "gib|geben|vergib|bewerte|verdient",
                    "atribua|avalie|me de|dai|dammi|assegna|valuta");

    /** A judgement that students wish for. Games give points, scores and levels, not these. */
    static final String TOP_GRADE =
            or(
                    "extensive|convincing",
                    "full (?:marks?|credit)",
                    "(?:highest|best|top|maximum|max|maximal|perfect|excellent|good|great|passing)"
                            + " (?:possible )?(?:grades?|marks?|labels?|ratings?|evaluation"
                            + "|assessment|level of \\w{1,30}+)",
                    "a plus|100 percent|10 out of 10|100 out of 100|five stars",
                    "(?:maxima|mejor|maximo) (?:nota|calificacion|puntuacion|puntaje)",
                    "(?:nota|calificacion|puntuacion|pontuacao) (?:maxima|perfecta)",
                    "evidencia (?:extensa|amplia|convincente)",
                    "(?:meilleure|bonne) note|note (?:maximale|parfaite)",
                    "(?:beste|hochste|volle) (?:note|bewertung|punktzahl)|bestnote",
                    "melhor nota|nota massima|voto (?:massimo|piu alto)|massimo dei voti");

    /** Who grades, when it is no person; a game's opponent is an "ai", but no grader. */
    static final String GRADER =
            or(
                    "(?:auto ?)?graders?|evaluator|examiner|assessor|teaching assistant",
                    "llms?|(?:large )?language models?|chat ?gpt|gpt|chat ?bot|ai assistant",
                    "(?:ai|grading|assessment|scoring|automated) (?:model|system|bot|ai|assistant|"
                            + "grader|agent|tool|software|reviewer|evaluator|teacher)",
                    "calificador|evaluador|asistente|modelo de lenguaje|corrector",
                    "correcteur|modele de langage",
                    "prufer|korrektor|sprachmodell",
                    "avaliador|valutatore|modello linguistico");

    private Vocabulary() {}

    static String or(String... alternatives) {
        return "(?:" + String.join("|", alternatives) + ")";
    }
}
