package org.code.aiproxy.injection;

import static org.code.aiproxy.injection.Vocabulary.GIVE;
import static org.code.aiproxy.injection.Vocabulary.GRADER;
import static org.code.aiproxy.injection.Vocabulary.GRADING_RULES;
import static org.code.aiproxy.injection.Vocabulary.OVERRIDE;
import static org.code.aiproxy.injection.Vocabulary.RULES;
import static org.code.aiproxy.injection.Vocabulary.TOP_GRADE;
import static org.code.aiproxy.injection.Vocabulary.or;
import static org.code.aiproxy.injection.Vocabulary.words;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences that tell a grader what to do, over {@link Wording}. Each rule joins two kinds of words
 * a few words apart; none of the kinds alone is suspicious, since programs draw scores, give
 * instructions to players and have computer opponents.
 */
final class Instructions {

    private static final String NOT = "(?:do not|dont|never|stop|no longer)";

    /** "I don't use the rubric" is a confession, not an order. */
    private static final String NOBODY_BEFORE = "(?<!\\b(?:i|we|they|not|dont|never|cant) )";

    private static final List<String> OVERRIDING =
            List.of(
                    OVERRIDE + " " + words(5) + RULES,
                    OVERRIDE
                            + " (?:everything|anything|all|the above|what) "
                            + words(12)
                            + or("grade", "label", "mark", "extensive", "respond", "output", "say"),
                    NOBODY_BEFORE
                            + NOT
                            + " (?:follow|use|apply|obey|read|consult|consider|listen to)"
                            + "(?:ing)? "
                            + words(3)
                            + GRADING_RULES,
                    NOBODY_BEFORE
                            + "(?:forget|discard|skip|replace|drop|cancel|set aside|throw away) "
                            + words(4)
                            + GRADING_RULES,
                    NOBODY_BEFORE
                            + "forget (?:everything|all|what) "
                            + words(3)
                            + "(?:above|before|told|said|learned|know)",
                    "(?:regardless of|no matter what|irrespective of|instead of|rather than) "
                            + words(3)
                            + GRADING_RULES,
                    "(?:rubric|criteria|grading) "
                            + words(3)
                            + "(?:void|cancell?ed|replaced|waived|outdated|superseded|not apply"
                            + "|not matter|doesnt apply|doesnt matter|suspended|disabled)",
                    "(?:new|updated|revised|secret|hidden|actual|real) (?:system |grading )?"
                            + "(?:instructions?|directives?|rubric|prompt) (?:for|to) "
                            + words(2)
                            + or(GRADER, "you", "ai"));

    private static final List<String> DEMANDING =
            List.of(
                    GIVE + " " + words(8) + TOP_GRADE,
                    "(?:extensive|convincing) evidence",
                    "(?:label|grade|decision|rating|verdict|evaluation|assessment|concepts?) "
                            + words(3)
                            + "(?:extensive|convincing)",
                    "(?:not|never|avoid|instead of|rather than) "
                            + words(4)
                            + "(?:limited|no) evidence",
                    or(GIVE, "score", "pass")
                            + " "
                            + words(6)
                            + "(?:all|every|each) (?:(?:key )?concepts?|criteri(?:a|on))",
                    NOT
                            + " (?:grade|assess|evaluate|judge|analy[sz]e) "
                            + "(?:this|the|my) (?:code|program|project|submission|work)",
                    "(?:program|code|student|submission|project) "
                            + words(6)
                            + "(?:must|should|has to|deserves to) pass",
                    "(?:assume|consider|treat|regard|count|accept) "
                            + words(4)
                            + "(?:program|code|student|submission|project|work|criteria"
                            + "|requirements?|rubric|concepts?) "
                            + words(6)
                            + "(?:correct|complete|completed|perfect|pass(?:ing|es|ed)?"
                            + "|me(?:e?ts|eting|t)|satisf(?:ied|ies|ying)|fulfil(?:led|ls|ling))",
                    "(?:already|pre|been) (?:graded|approved|verified|assessed|evaluated) "
                            + words(6)
                            + or(TOP_GRADE, "teacher", "instructor", "admin", "grader", "staff"),
                    "(?:do not|dont|never) (?:deduct|lower|penali[sz]e|mark down) "
                            + words(4)
                            + "(?:marks?|grades?|credit|student|program|submission)");

    private static final List<String> ADDRESSING =
            List.of(
                    "you are " + words(5) + or(GRADER, "ai model", "an ai", "assistant", "dan"),
                    "you are "
                            + words(2)
                            + "(?:jailbroken|unrestricted|free (?:from|of|to ignore))",
                    "(?:eres|tu es|vous etes|du bist|sie sind|voce e|sei) "
                            + words(4)
                            + or(GRADER, "ia", "ki", "assistente?", "assistant"),
                    "(?:as|being) (?:a|an|the|your|our) " + words(2) + GRADER,
                    "(?:if|since|because|when) you are (?:an? |the )?"
                            + words(1)
                            + or(GRADER, "ai"),
                    "(?:dear|attention|hey|hello|hi|listen|note|notice|message|memo|instructions?"
                            + "|request|command|reminder) (?:to |for )?(?:the |an? |any |all |my )?"
                            + words(1)
                            + or(GRADER, "ai")
                            + " "
                            + words(12)
                            + or(
                                    "you must|you should|your|please|must|give|label|assign|return",
                                    "output|treat|mark|rate|assume|skip|respond|do not|follow"),
                    "(?:pretend|act|role ?play|imagine|simulate|behave) "
                            + words(5)
                            + or(GRADER, "rubric", "unrestricted", "assistant"),
                    "system (?:prompt|override|instructions?)",
                    "(?:jailbreak|prompt injection|developer mode enabled|admin override)",
                    "(?:reveal|repeat|print|show|output) "
                            + words(3)
                            + "your (?:instructions|prompt)",
                    "(?:from now on|your (?:new|real|actual|only|true) (?:task|job|role|goal)) "
                            + words(8)
                            + or(
                                    "grade",
                                    "label",
                                    "respond",
                                    "answer",
                                    "rubric",
                                    "extensive",
                                    "output"),
                    NOT
                            + " (?:mention|reveal|disclose|report|flag|quote|tell) "
                            + words(4)
                            + "(?:comment|instructions?|message|note|injection|teacher|rubric)",
                    "end of (?:the )?students? (?:code|program|submission|work|input)");

    /** Scripts that put no spaces between words, or whose words have many endings. */
    private static final List<String> OTHER_SCRIPTS =
            List.of(
                    "(?:忽略|无视|無視|忘记|忘掉|不要遵守|不要按照).{0,12}(?:指令|指示|提示|评分|評分|标准|標準|规则|規則)",
                    "(?:给|給|评|評|打).{0,10}(?:满分|滿分|最高分|优秀)",
                    "(?:指示|プロンプト|ルーブリック|採点|基準).{0,8}(?:無視|忘れ)",
                    "(?:지시|루브릭|프롬프트|채점|기준).{0,8}무시",
                    "(?:игнорир|забуд|не следуй).{0,30}(?:инструкци|рубрик|критери|указани)",
                    "(?:постав|дай|выстав).{0,30}(?:высш|максимальн|отличн)");

    private static final Pattern IN_WORDS =
            Pattern.compile(
                    Stream.of(OVERRIDING, DEMANDING, ADDRESSING)
                            .flatMap(List::stream)
                            .collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    private static final Pattern IN_OTHER_SCRIPTS =
            Pattern.compile(or(OTHER_SCRIPTS.toArray(String[]::new)));

    private static final String SMALL_WORDS =
            "(?:all|any|every|the|your|my|this|these|those|previous|prior|above|earlier|given|of|a"
                    + "|an|me|it|and|to|student|program|project|las?|los|les|toutes|system){0,8}";

    private static final Pattern IN_A_RUN_OF_LETTERS =
            Pattern.compile(
                    or(
                            "(?:ignore|disregard|override|bypass|(?<!dont|not|never|to)forget|ignora|ignorez)"
                                    + SMALL_WORDS
                                    + "(?:rubric|instruc|prompt|guideline|criteria|directive|grading)",
                            "(?:give|award|assign|grant|grade|mark)"
                                    + SMALL_WORDS
                                    + "(?:extensive|fullmarks|fullcredit|(?:highest|top|best|max|maximum|perfect)(?:grade|mark|label|rating))",
                            "(?:extensive|convincing)evidence",
                            "youarenow(?:a|an|the|my)(?:grader|assistant|evaluator|teacher)",
                            "systemprompt"));

    private Instructions() {}

    static Pattern inWords() {
        return IN_WORDS;
    }

    static Pattern inOtherScripts() {
        return IN_OTHER_SCRIPTS;
    }

    static Pattern inARunOfLetters() {
        return IN_A_RUN_OF_LETTERS;
    }
}
